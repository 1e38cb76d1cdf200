/* Archives that lie about what is in them: bombs, overlapping and twofold parts, names that lead out, cut
 * files. */
#include "hostile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MIB = 1024 * 1024, BOMB = 32 * MIB };

/* A workbook whose one sheet has these lies. */
static void lying(const char *name, struct part lies, const char *text)
{
    struct workbook w = {.lies = lies};
    struct bytes b = workbook(&w);
    hostile_file(name, &b, "", 65, text);
}

/* An ordinary workbook with one more part. */
static void with_part(const char *name, struct part more, int status, const char *text)
{
    struct workbook w = {.more = &more, .mores = 1};
    struct bytes b = workbook(&w);
    hostile_file(name, &b, "", status, text);
    free(more.content.ptr);
}

static struct bytes zeros(size_t len)
{
    return (struct bytes){calloc(1, len), len, len};
}

static void bombs(void)
{
    static const char ratio[] = "is refused: it passes limit ratio=100";
    struct workbook in_sheet = {.sheet = zeros(BOMB)}, in_strings = {.strings = zeros(BOMB)},
                    in_styles = {.styles = zeros(BOMB)}, in_workbook = {.workbook = zeros(BOMB)},
                    in_rels = {.rels = zeros(BOMB)}, blanks = {0};
    struct bytes rows = {0};
    put_many(&rows, "<row/>", BOMB / 6);
    blanks.sheet = xml_root_of("worksheet", rows);
    struct {
        const char *name;
        struct workbook *w;
    } all[] = {{"bomb-sheet.xlsx", &in_sheet},   {"bomb-strings.xlsx", &in_strings},
               {"bomb-styles.xlsx", &in_styles}, {"bomb-workbook.xlsx", &in_workbook},
               {"bomb-rels.xlsx", &in_rels},     {"bomb-rows.xlsx", &blanks}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct bytes b = workbook(all[i].w);
        hostile_file(all[i].name, &b, "", 65, ratio);
    }
    struct bytes document = opendocument_of(zeros(BOMB));
    hostile_file("bomb.ods", &document, "", 65, ratio);
    with_part("bomb-unread.xlsx",
              (struct part){.name = "xl/media/a.png", .content = zeros(BOMB), .method = 8}, 0, ORDINARY);
    struct workbook tight = {0};
    struct bytes b = workbook(&tight);
    hostile_file("limit-parts.xlsx", &b, "--limit parts=5", 65, "passes limit parts=5 (");
}

static void sizes(void)
{
    lying("size-3g.xlsx", (struct part){.size = 3u << 30}, "passes limit part-bytes=2G");
    lying("size-zip64-1t.xlsx", (struct part){.wide_size = UINT64_C(1) << 40}, "passes limit part-bytes=2G");
    lying("size-zip64-most.xlsx", (struct part){.wide_size = UINT64_MAX}, "passes limit part-bytes=2G");
    lying("size-zip64-negative.xlsx", (struct part){.wide_size = UINT64_C(1) << 63},
          "passes limit part-bytes=2G");
    lying("size-1g.xlsx", (struct part){.size = 1u << 30}, "passes limit ratio=100");
    lying("size-more.xlsx", (struct part){.size = 5000}, "a part is shorter than the zip directory says");
    lying("size-less.xlsx", (struct part){.size = 50}, "a part is longer than the zip directory says");
    lying("packed-more.xlsx", (struct part){.packed = 2000}, "a part reaches into what follows it");
    lying("packed-4g.xlsx", (struct part){.packed = UINT32_MAX - 1}, "a part reaches into what follows it");
    lying("packed-less.xlsx", (struct part){.packed = 20}, "a part cannot be unpacked");
    lying("crc.xlsx", (struct part){.crc = 1}, "the checksum of a part is wrong");
    lying("offset-zip64.xlsx", (struct part){.wide_offset = UINT64_C(1) << 63},
          "a part reaches into what follows it");
    lying("offset-beyond.xlsx", (struct part){.shift = 1 << 30}, "a part reaches into what follows it");
    lying("offset-before.xlsx", (struct part){.shift = -7}, "a part reaches into what follows it");
    lying("offset-after.xlsx", (struct part){.shift = 1}, "a part reaches into what follows it");
    const struct part many[] = {{.name = "a", .size = 2000000000},
                                {.name = "b", .size = 2000000000},
                                {.name = "c", .size = 2000000000}};
    struct bytes b = archive(many, 3, NULL);
    hostile_file("size-total.xlsx", &b, "", 65, "passes limit total-bytes=4G");
    with_part("crc-unread.xlsx",
              (struct part){.name = "docProps/app.xml", .content = text_of("<a/>"), .crc = 7}, 0, ORDINARY);
}

/* One kernel of data that many entries claim (David Fifield, "A better zip bomb", 2019). */
static void overlaps(void)
{
    enum { N = 1000 };
    struct part *part = calloc(N, sizeof *part);
    char(*name)[24] = calloc(N, sizeof *name);
    part[0] = (struct part){.name = "xl/workbook.xml", .content = zeros(MIB), .method = 8};
    for (int i = 1; i < N; i++) {
        snprintf(name[i], sizeof name[i], "xl/w%d.xml", i);
        part[i] = part[0];
        part[i].name = name[i];
        part[i].no_data = true;
    }
    struct bytes b = archive(part, N, NULL);
    hostile_file("overlap-all.xlsx", &b, "", 65, "a part reaches into what follows it");
    for (int i = 1; i < N; i++) {
        part[i].no_data = false;
        part[i].content = (struct bytes){0};
        part[i].method = 0;
        part[i].packed = (uint32_t)(40 * (N - i)); /* each quotes the headers of all that follow */
    }
    b = archive(part, N, NULL);
    hostile_file("overlap-quoted.xlsx", &b, "", 65, "a part reaches into what follows it");
    free(part[0].content.ptr);
    free(part);
    free(name);
    struct part last = {.name = "z", .content = text_of("z"), .packed = 30};
    with_part("overlap-directory.xlsx", last, 65, "a part reaches into what follows it");
}

static void nests(void)
{
    struct part inner = {.name = "0.zip", .content = zeros(BOMB), .method = 8};
    struct bytes b = archive(&inner, 1, NULL);
    free(inner.content.ptr);
    for (int depth = 0; depth < 5; depth++) {
        struct part outer[16];
        char name[16][16];
        for (int i = 0; i < 16; i++) {
            snprintf(name[i], sizeof name[i], "%d.zip", i);
            outer[i] = (struct part){.name = name[i], .content = b, .method = 8};
        }
        struct bytes next = archive(outer, 16, NULL);
        free(b.ptr);
        b = next;
    }
    hostile_file("nested.zip", &b, "", 65, "is a zip archive, not a spreadsheet");
    struct workbook w = {0};
    struct part book = {.name = "x.xlsx", .content = workbook(&w), .method = 8};
    b = archive(&book, 1, NULL);
    free(book.content.ptr);
    hostile_file("nested-workbook.xlsx", &b, "", 65, "is a zip archive, not a spreadsheet");
}

static void counts(void)
{
    enum { N = 100000 };
    struct part *part = calloc(N, sizeof *part);
    char(*name)[16] = calloc(N, sizeof *name);
    for (int i = 0; i < N; i++) {
        snprintf(name[i], sizeof name[i], "%d", i);
        part[i].name = name[i];
    }
    struct bytes b = archive(part, N, &(struct ending){.wide = true});
    hostile_file("entries-100000.xlsx", &b, "", 65, "passes limit parts=2000");
    b = archive(part, 65534, NULL);
    hostile_file("entries-65534.xlsx", &b, "", 65, "passes limit parts=2000");
    static const struct {
        const char *name, *text;
        struct ending ending;
    } lies[] = {
        {"entries-claimed.xlsx", "passes limit parts=2000", {.entries = 65000}},
        {"entries-more.xlsx", "its zip directory has an impossible size", {.entries = 9}},
        {"entries-less.xlsx", "its zip directory has more parts than it says", {.entries = 2}},
        {"entries-zip64.xlsx", "passes limit parts=2000", {.wide = true, .wide_entries = UINT64_MAX}},
        {"entries-no-locator.xlsx", "its zip directory cannot be found", {.wide = true, .no_locator = true}},
        {"directory-beyond.xlsx", "its zip directory has an impossible size", {.offset = 0x7FFFFFFF}},
        {"directory-beyond-zip64.xlsx",
         "its zip directory has an impossible size",
         {.wide = true, .wide_offset = UINT64_MAX}},
        {"directory-elsewhere.xlsx", "its zip directory is broken", {.offset = 1}},
        {"directory-large.xlsx", "its zip directory has an impossible size", {.size = 0x7FFFFFFF}},
        {"directory-small.xlsx", "its zip directory has an impossible size", {.size = 20}},
    };
    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
        b = archive(part, 4, &lies[i].ending);
        hostile_file(lies[i].name, &b, "", 65, lies[i].text);
    }
    free(part);
    free(name);
}

static void names(void)
{
    static const char out[] = "the name of a part leads out of the archive",
                      twice[] = "two parts have the same name",
                      control[] = "the name of a part has control characters";
    static const struct {
        const char *file, *name, *text;
        size_t len;
    } cases[] = {
        {"name-dots.xlsx", "../../etc/passwd", out, 0},
        {"name-dots-back.xlsx", "..\\..\\windows\\win.ini", out, 0},
        {"name-dots-within.xlsx", "xl/../../etc/cron.d/x", out, 0},
        {"name-dots-last.xlsx", "xl/..", out, 0},
        {"name-dots-alone.xlsx", "..", out, 0},
        {"name-drive.xlsx", "C:\\windows\\win.ini", out, 0},
        {"name-drive-slash.xlsx", "c:/x", out, 0},
        {"name-twice.xlsx", "xl/worksheets/sheet1.xml", twice, 0},
        {"name-twice-case.xlsx", "XL/Worksheets/SHEET1.xml", twice, 0},
        {"name-twice-slash.xlsx", "xl\\worksheets\\sheet1.xml", twice, 0},
        {"name-twice-root.xlsx", "/xl/worksheets/sheet1.xml", twice, 0},
        {"name-nul.xlsx", "a\0b", control, 3},
        {"name-escape.xlsx", "a\x1B[2Jb", control, 0},
        {"name-line.xlsx", "a\nkp2s-sheet: all is well", control, 0},
        {"name-delete.xlsx", "a\x7F", control, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct part more = {.name = cases[i].name, .name_len = cases[i].len, .content = text_of("x")};
        with_part(cases[i].file, more, 65, cases[i].text);
    }
    char *name = malloc(60001);
    memset(name, 'a', 60000);
    name[60000] = '\0';
    with_part("name-long.xlsx", (struct part){.name = name}, 65,
              "the name of a part has an impossible length");
    free(name);
    with_part("local-name-empty.xlsx", (struct part){.name = "x", .local_name = ""}, 65,
              "a part reaches into what follows it");
    with_part("name-absolute-unread.xlsx", (struct part){.name = "/etc/passwd", .content = text_of("x")}, 0,
              ORDINARY);
    with_part("link.xlsx",
              (struct part){
                  .name = "xl/l", .content = text_of("/etc/passwd"), .made_by = 3, .attributes = 0xA1FF0000},
              65, "a part is a link to another file");
    struct workbook back = {.lies = {.name = "xl\\worksheets\\sheet1.xml"}},
                    rooted = {.lies = {.name = "/xl/worksheets/sheet1.xml"}};
    struct bytes b = workbook(&back);
    hostile_file("name-backslash-read.xlsx", &b, "", 0, ORDINARY);
    b = workbook(&rooted);
    hostile_file("name-rooted-read.xlsx", &b, "", 0, ORDINARY);
}

static void methods(void)
{
    static const char other[] = "a part is compressed by a method other than deflate",
                      local[] = "a part's own header differs from the zip directory";
    lying("encrypted.xlsx", (struct part){.flags = 1}, "a part is encrypted");
    lying("encrypted-strong.xlsx", (struct part){.flags = 0x41}, "a part is encrypted");
    lying("method-bzip2.xlsx", (struct part){.method = 12}, other);
    lying("method-lzma.xlsx", (struct part){.method = 14}, other);
    lying("method-aes.xlsx", (struct part){.method = 99}, other);
    lying("method-zstd.xlsx", (struct part){.method = 93}, other);
    lying("local-method.xlsx", (struct part){.local_method = -1}, local);
    lying("local-name.xlsx", (struct part){.local_name = "xl/worksheets/sheet2.xml"}, local);
    lying("local-name-long.xlsx", (struct part){.local_name = "xl/worksheets/sheet1.xmlsheet1.xml"}, local);
    struct part garbage[] = {{.name = "xl/workbook.xml", .method = 0, .local_method = 8}};
    garbage[0].content = text_of("this was never deflated");
    struct bytes b = archive(garbage, 1, NULL);
    hostile_file("stored-as-deflated.xlsx", &b, "", 65, local);
    free(garbage[0].content.ptr);
}

/* The same workbook, cut at ever more places. */
static void cuts(void)
{
    enum { PLACES = 20 };
    for (int i = 1; i <= PLACES; i++) {
        char name[32];
        struct workbook w = {0};
        struct bytes b = workbook(&w);
        b.len = b.len * (size_t)i / (PLACES + 1);
        snprintf(name, sizeof name, "cut-%02d.xlsx", i);
        hostile_file(name, &b, "", 65, "is cut short: the zip directory at its end is missing");
    }
    hostile_text("cut-signature.xlsx", "PK\3\4", 65, "is cut short");
    struct workbook w = {0};
    struct bytes b = workbook(&w);
    memcpy(b.ptr, "PK\3\4PK\3\4", 8);
    hostile_file("first-header.xlsx", &b, "", 0,
                 ORDINARY); /* version and flags, which the directory tells better */
    /* a comment that holds another end, with a directory that is not there */
    struct bytes comment = {0},
                 fake = archive(NULL, 0, &(struct ending){.entries = 3, .size = 300, .offset = 77});
    put_many(&comment, " ", 40);
    put(&comment, fake.ptr, fake.len);
    free(fake.ptr);
    struct part part = {.name = "a", .content = text_of("a")};
    b = archive(&part, 1, &(struct ending){.comment = &comment});
    free(part.content.ptr);
    free(comment.ptr);
    hostile_file("comment-end.xlsx", &b, "", 65, "is damaged: its zip directory");
}

void make_archives(void)
{
    bombs();
    sizes();
    overlaps();
    nests();
    counts();
    names();
    methods();
    cuts();
}
