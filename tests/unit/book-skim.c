/* A worksheet part without its rows: what comes through, wherever the reading cuts it. */
#include "skim.h"

#include "makezip.h"

#include <criterion/criterion.h>
#include <fcntl.h>

/* What comes of the text when it is read in pieces of this size. */
static bool skimmed(const char *text, size_t len, size_t size, char *out)
{
    char path[] = "/tmp/kp2s-skim.XXXXXX";
    struct err e = {0};
    int fd = mkstemp(path);
    makezip(path, &(struct makezip_part){.name = "a", .text = text, .len = len, .method = MAKEZIP_DEFLATED},
            1);
    struct zip *z = zip_open(fd, path, &e);
    struct zip_part *part = z ? zip_part_open(z, zip_find(z, STR("a")), &e) : NULL;
    cr_assert(part, "%s", e.text);
    struct skim *s = skim_open(part);
    long n;
    while ((n = skim_read(s, out, size, &e)) > 0)
        out += n;
    *out = '\0';
    cr_assert(n == 0, "%s", e.text);
    bool sure = !skim_unsure(s);
    skim_close(s);
    zip_part_close(part);
    zip_close(z);
    close(fd);
    unlink(path);
    return sure;
}

Test(skim, rows_are_left_out)
{
    static const struct {
        const char *in, *out; /* NULL: unsure */
    } cases[] = {
        {"<?xml version='1.0'?>\n<w><sheetData><row>1</row></sheetData><m/></w>",
         "<?xml version='1.0'?>\n<w><sheetData></sheetData><m/></w>"},
        {"<w><sheetData>\n<row/>\n</sheetData >\n</w>", "<w><sheetData>\n\n</sheetData >\n</w>"},
        {"<w><sheetData></sheetData></w>", "<w><sheetData></sheetData></w>"},
        {"<w><sheetData/><m/></w>", "<w><sheetData/><m/></w>"},
        {"<w><sheetData a='1'><r/></sheetData></w>", "<w><sheetData a='1'><r/></sheetData></w>"},
        {"<x:w><x:sheetData><r/></x:sheetData></x:w>", "<x:w><x:sheetData><r/></x:sheetData></x:w>"},
        {"<!--<sheetData>--><w><sheetData><r/></sheetData></w>",
         "<!--<sheetData>--><w><sheetData><r/></sheetData></w>"},
        {"<w><?a <sheetData>?><sheetData><r/></sheetData></w>",
         "<w><?a <sheetData>?><sheetData><r/></sheetData></w>"},
        {"<w><sheetData><r>a!b?c</r></sheetData><!--x--></w>", "<w><sheetData></sheetData><!--x--></w>"},
        {"<w><sheetData><r/>", "<w><sheetData>"},
        {"<w><sheetData>sheetData</sheetData></w>", "<w><sheetData></sheetData></w>"},
        {"<w><sheetData><r><sheetData/></r></sheetData></w>", NULL},
        {"<w><sheetData><!--</sheetData>--><r/></sheetData></w>", NULL},
        {"<w><sheetData><r><![CDATA[</sheetData>]]></r></sheetData></w>", NULL},
        {"<w><sheetData><?a </sheetData>?></sheetData></w>", NULL},
        {"plain text", "plain text"},
    };
    char out[200];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t size = 1; size < 80; size++) {
            bool sure = skimmed(cases[i].in, strlen(cases[i].in), size, out);
            cr_assert_eq(sure, cases[i].out != NULL, "case %zu in pieces of %zu", i, size);
            cr_assert(!sure || strcmp(out, cases[i].out) == 0, "case %zu in pieces of %zu: %s", i, size, out);
        }
}

/* The beginning of the rows, their end, and markup among them, at every place around the end of a block. */
Test(skim, blocks_end_anywhere)
{
    enum { BLOCK = 128 * 1024, AROUND = 40 };
    static const char first[] = "<w><sheetData>", last[] = "</sheetData><m/>";
    static const char *const among[] = {"x", "<!-->", "<?a?>", "<sheetData>"};
    char *text = malloc(2 * BLOCK), *out = malloc(2 * BLOCK);
    for (size_t way = 0; way < 8; way++)
        for (size_t at = BLOCK - AROUND; at < BLOCK + 4; at++) {
            bool late = way % 2, plain = way / 2 == 0;
            size_t begin = late ? at : 0, markup = late ? at + sizeof first : at,
                   end = markup + strlen(among[way / 2]) + (size_t)way * 3;
            memset(text, ' ', 2 * BLOCK);
            memcpy(text + begin, first, sizeof first - 1);
            memcpy(text + markup, among[way / 2], strlen(among[way / 2]));
            memcpy(text + end, last, sizeof last - 1);
            bool sure = skimmed(text, end + sizeof last - 1, BLOCK / 2, out);
            cr_assert_eq(sure, plain, "way %zu at %zu", way, at);
            cr_assert(!sure || (memcmp(out, text, begin + sizeof first - 1) == 0 &&
                                strcmp(out + begin + sizeof first - 1, last) == 0),
                      "way %zu at %zu: %.200s", way, at, out + begin);
        }
    free(text);
    free(out);
}
