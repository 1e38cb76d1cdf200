/* XML on its way: tags wherever the reading cuts them, what is put in and left out, attributes, escapes */
#include "xmlpipe.h"

#include "makezip.h"

#include <criterion/criterion.h>
#include <fcntl.h>

struct memory {
    char bytes[400000];
    size_t len;
};

static struct memory out;
static struct err e;
static char path[64];

static void take(void *sink, const char *data, size_t len)
{
    struct memory *m = sink;
    cr_assert(m->len + len <= sizeof m->bytes);
    memcpy(m->bytes + m->len, data, len);
    m->len += len;
}

/* What came out of a part, by reading the archive that was written. */
static struct str unpacked(struct arena *a)
{
    snprintf(path, sizeof path, "/tmp/kp2s-pipe-out-%ld", (long)getpid());
    FILE *f = fopen(path, "wb");
    fwrite(out.bytes, 1, out.len, f);
    fclose(f);
    int fd = open(path, O_RDONLY);
    struct zip *z = zip_open(fd, "out", &e);
    cr_assert_not_null(z, "%s", e.text);
    const struct zip_entry *entry = zip_part_at(z, 0);
    struct zip_part *p = zip_part_open(z, entry, &e);
    char *text = arena_alloc(a, (size_t)entry->size + 1);
    cr_assert_eq(zip_part_read(p, text, (size_t)entry->size + 1, &e), (long)entry->size);
    cr_assert_eq(zip_part_read(p, text + entry->size, 1, &e), 0);
    zip_part_close(p);
    struct str s = {text, (size_t)entry->size};
    zip_close(z);
    close(fd);
    unlink(path);
    return s;
}

static struct archive *begun(void)
{
    out.len = 0;
    e = (struct err){0};
    struct archive *a = archive_open(take, &out);
    archive_begin(a, STR("part.xml"), ARCHIVE_NO_TIME);
    return a;
}

static void finish(struct archive *a)
{
    archive_end(a);
    cr_assert(archive_finish(a, &e), "%s", e.text);
    archive_close(a);
}

Test(xmlpipe, tags_are_found_wherever_the_buffer_ends)
{
    /* a part of which the buffer's end falls into each kind of markup */
    static char text[300000];
    static const char unit[] = "<a b='>'/><!-- <c> --><![CDATA[<d>]]><?e <f>?>x</g >";
    size_t len = 0;
    for (size_t shift = 0; len + sizeof unit + 16 < sizeof text; shift++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%.*s%s", (int)(shift % 7), "yyyyyyy", unit);
    const struct makezip_part part = {.name = "p", .text = text, .len = len, .method = 8};
    snprintf(path, sizeof path, "/tmp/kp2s-pipe-%ld", (long)getpid());
    makezip(path, &part, 1);
    int fd = open(path, O_RDONLY);
    struct zip *z = zip_open(fd, "x", &e);
    struct archive *into = begun();
    struct xmlpipe *p = xmlpipe_open(z, zip_part_at(z, 0), into, &e);
    struct tag t;
    long tags = 0;
    int got;
    while ((got = xmlpipe_next(p, &t, &e)) == 1) {
        cr_assert(str_is(t.raw, tags % 2 == 0 ? "<a b='>'/>" : "</g >"), "%.*s", STR_ARG(t.raw));
        cr_assert_eq(t.kind, tags % 2 == 0 ? TAG_EMPTY : TAG_END);
        tags++;
    }
    cr_assert_eq(got, 0);
    cr_assert_gt(tags, 10000);
    xmlpipe_close(p);
    zip_close(z);
    close(fd);
    unlink(path);
    finish(into);
    struct arena a = {0};
    struct str same = unpacked(&a);
    cr_assert(same.len == len && memcmp(same.ptr, text, len) == 0);
    arena_done(&a);
}

Test(xmlpipe, what_is_put_in_and_left_out)
{
    struct archive *into = begun();
    struct xmlpipe *p = xmlpipe_text(STR("<r><a>1</a><b/><c>gone</c> end</r>"), "x", into);
    struct tag t;
    struct arena a = {0};
    while (xmlpipe_next(p, &t, &e) == 1) {
        if (tag_begins(&t, "a"))
            xmlpipe_before(p, STR("[before]"));
        if (tag_ends(&t, "a"))
            xmlpipe_behind(p, STR("[behind]"));
        if (tag_begins(&t, "b")) {
            xmlpipe_instead(p, STR("[instead]"));
            xmlpipe_before(p, STR("[more]"));
        }
        if (str_is(t.name, "c"))
            xmlpipe_mute(p, t.kind == TAG_START);
    }
    xmlpipe_close(p);
    finish(into);
    struct str text = unpacked(&a);
    cr_assert(str_is(text, "<r>[before]<a>1</a>[behind][instead][more]<c></c> end</r>"), "%.*s",
              STR_ARG(text));
    arena_done(&a);
}

Test(xmlpipe, attributes)
{
    struct arena a = {0};
    struct tag t;
    struct str value;
    struct xmlpipe *p = xmlpipe_text(STR("<x:c xml:space = 'a=\"1\"' r:s=\"5\" t=\"s\" />"), "x", NULL);
    cr_assert_eq(xmlpipe_next(p, &t, &e), 1);
    cr_assert(str_is(t.prefix, "x:") && str_is(t.name, "c") && t.kind == TAG_EMPTY && t.depth == 1);
    cr_assert(tag_attribute(&t, "space", &value) && str_is(value, "a=\"1\""));
    cr_assert_eq(tag_number(&t, "s", 0), 5);
    cr_assert_eq(tag_number(&t, "q", 7), 7);
    cr_assert(!tag_attribute(&t, "c", &value));
    cr_assert(str_is(tag_with(&t, "s", STR("12"), &a), "<x:c xml:space = 'a=\"1\"' r:s=\"12\" t=\"s\" />"));
    cr_assert(
        str_is(tag_with(&t, "n", STR("1"), &a), "<x:c xml:space = 'a=\"1\"' r:s=\"5\" t=\"s\" n=\"1\"/>"));
    cr_assert(str_is(tag_opened(&t, &a), "<x:c xml:space = 'a=\"1\"' r:s=\"5\" t=\"s\">"));
    xmlpipe_close(p);
    arena_done(&a);
}

Test(xmlpipe, what_is_refused)
{
    static const struct {
        struct str text;
        const char *fault;
    } cases[] = {{STR("<!DOCTYPE a>"), "document type"},
                 {STR("<a><b"), "ends within a tag"},
                 {STR("<a><!-- "), "ends within a tag"},
                 {STR("<\0a\0"), "UTF-16"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct xmlpipe *p = xmlpipe_text(cases[i].text, "x", NULL);
        struct tag t;
        int got;
        e = (struct err){0};
        while ((got = xmlpipe_next(p, &t, &e)) == 1)
            ;
        cr_expect_eq(got, -1);
        cr_expect(strstr(e.text, cases[i].fault), "%s", e.text);
        xmlpipe_close(p);
    }
}

Test(xmlpipe, escapes)
{
    struct arena a = {0};
    static const struct {
        struct str text;
        const char *escaped;
    } cases[] = {{STR("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;'"},
                 {STR("\n\t\r"), "&#10;&#9;_x000D_"},
                 {STR("é€😀"), "&#233;&#8364;&#128512;"},
                 {STR("_x0041_ _x41_"), "_x005F_x0041_ _x41_"},
                 {STR("\xFFz"), "&#65533;z"},
                 {STR("\xEF\xBF\xBF"), "_xFFFF_"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str escaped = xml_escape(&a, cases[i].text);
        cr_expect(str_is(escaped, cases[i].escaped), "%.*s", STR_ARG(escaped));
    }
    arena_done(&a);
}
