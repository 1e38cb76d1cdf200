#include "styles.h"
#include "limit.h"
#include "xml.h"

#include <stdlib.h>

enum { MOST_FORMATS = 65000 };

/* Sections that get something new, in the order of the format; those behind them are only known by name. */
enum section { FONTS, FILLS, BORDERS, BASE_FORMATS, FORMATS, SECTIONS };
static const char *const section_name[SECTIONS] = {"fonts", "fills", "borders", "cellStyleXfs", "cellXfs"};
static const char *const later[] = {"cellStyles", "dxfs", "tableStyles", "colors", "extLst"};

/* What a section holds that is missing: what all programs write. @ stands for the prefix. */
static const char *const section_first[SECTIONS] = {
    "<@font><@sz val=\"11\"/><@name val=\"Calibri\"/></@font>",
    ("<@fill><@patternFill patternType=\"none\"/></@fill><@fill><@patternFill "
     "patternType=\"gray125\"/></@fill>"),
    "<@border><@left/><@right/><@top/><@bottom/><@diagonal/></@border>",
    "<@xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>",
    "<@xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>",
};
static const long section_firsts[SECTIONS] = {1, 2, 1, 1, 1};

/* Hatched, striped and plain, as legible as the text on them. */
static const char fills[] =
    "<@fill><@patternFill patternType=\"lightUp\"><@fgColor rgb=\"FFFF7C80\"/><@bgColor rgb=\"FFFFC7CE\"/>"
    "</@patternFill></@fill>"
    "<@fill><@patternFill patternType=\"lightHorizontal\"><@fgColor rgb=\"FF9DC3E6\"/><@bgColor "
    "rgb=\"FFDDEBF7\"/>"
    "</@patternFill></@fill>"
    "<@fill><@patternFill patternType=\"solid\"><@fgColor rgb=\"FFFFF2AB\"/><@bgColor indexed=\"64\"/>"
    "</@patternFill></@fill>"
    "<@fill><@patternFill patternType=\"solid\"><@fgColor rgb=\"FFE7E6E6\"/><@bgColor indexed=\"64\"/>"
    "</@patternFill></@fill>";
enum { FILL_GREY = PAINTS, NEW_FILLS };

static const char fonts[] =
    "<@font><@sz val=\"11\"/><@name val=\"Calibri\"/></@font>"
    "<@font><@b/><@sz val=\"14\"/><@name val=\"Calibri\"/></@font>"
    "<@font><@b/><@sz val=\"11\"/><@name val=\"Calibri\"/></@font>"
    "<@font><@u/><@sz val=\"11\"/><@color rgb=\"FF0563C1\"/><@name val=\"Calibri\"/></@font>";
enum { FONT_PLAIN, FONT_TITLE, FONT_BOLD, FONT_LINK, NEW_FONTS };

static const struct {
    int font, fill; /* of the new ones; fill -1: none */
    bool wrapped;
} own[OWN_STYLES] = {
    [OWN_PLAIN] = {FONT_PLAIN, -1, false},
    [OWN_TITLE] = {FONT_TITLE, -1, false},
    [OWN_HEADING] = {FONT_BOLD, FILL_GREY, true},
    [OWN_WRAPPED] = {FONT_PLAIN, -1, true},
    [OWN_LINK] = {FONT_LINK, -1, false},
    [OWN_REJECT] = {FONT_BOLD, PAINT_REJECT, false},
    [OWN_REPAIR] = {FONT_BOLD, PAINT_REPAIR, false},
    [OWN_NOTE] = {FONT_BOLD, PAINT_NOTE, false},
};

struct painted {
    long format;
    enum paint paint;
};

struct styles {
    struct arena arena;
    struct str text; /* the part */
    const char *file;
    struct str prefix;
    long count[SECTIONS]; /* of what was there, or what a section gets that was not */
    bool there[SECTIONS];
    struct str *xf; /* the formats that were there */
    size_t room;
    struct painted *painted;
    size_t painteds, painted_room;
};

/* --- reading --- */

static void look_at(struct xml *x, const char *name, const char **attributes)
{
    (void)x, (void)name, (void)attributes;
}

/* Read as XML before, for tags alone tell nothing of what is between them. */
static bool read_all(struct styles *s, const struct zip *z, const struct zip_entry *entry, struct err *e)
{
    struct xml x = {.start = look_at};
    if (!xml_read(z, entry, &x, e))
        return false;
    struct zip_part *part = zip_part_open(z, entry, e);
    if (!part)
        return false;
    size_t size = (size_t)entry->size, len = 0;
    char *text = arena_alloc(&s->arena, size + 1);
    long n;
    while ((n = zip_part_read(part, text + len, size + 1 - len, e)) > 0)
        len += (size_t)n;
    zip_part_close(part);
    s->text = (struct str){text, len};
    return n == 0;
}

static enum section section_of(const struct tag *t)
{
    enum section i = 0;
    while (i < SECTIONS && !str_is(t->name, section_name[i]))
        i++;
    return i;
}

static bool add_format(struct styles *s, struct str xf, struct err *e)
{
    if (s->count[FORMATS] == (long)limit_of(LIMIT_STYLES))
        return limit_refuse(LIMIT_STYLES, s->file, e);
    if ((size_t)s->count[FORMATS] == s->room) {
        s->room = s->room ? s->room * 2 : 64;
        s->xf = mem_grow(s->xf, s->room * sizeof *s->xf);
    }
    s->xf[s->count[FORMATS]++] = xf;
    return true;
}

/* Counts what the sections hold, whatever they say, and takes the formats as they stand. */
static bool read_sections(struct styles *s, struct err *e)
{
    struct xmlpipe *p = xmlpipe_text(s->text, s->file, NULL);
    struct tag t;
    enum section in = SECTIONS;
    const char *begin = NULL;
    bool ok = true;
    int got = 1;
    while (ok && (got = xmlpipe_next(p, &t, e)) == 1) {
        if (t.depth == 1 && t.kind != TAG_END)
            s->prefix = t.prefix;
        if (t.depth == 2) {
            in = t.kind == TAG_START ? section_of(&t) : SECTIONS;
            if (t.kind != TAG_END && section_of(&t) < SECTIONS)
                s->there[section_of(&t)] = true;
        }
        if (t.depth != 3 || in == SECTIONS)
            continue;
        if (t.kind != TAG_END)
            begin = t.raw.ptr;
        if (in == FORMATS && t.kind != TAG_START && begin)
            ok = add_format(s, (struct str){begin, (size_t)(t.raw.ptr + t.raw.len - begin)}, e);
        else if (in != FORMATS && t.kind != TAG_END)
            s->count[in]++;
    }
    xmlpipe_close(p);
    for (enum section i = 0; i < SECTIONS; i++)
        if (!s->there[i])
            s->count[i] = section_firsts[i];
    return ok && got == 0;
}

struct styles *styles_open(const struct zip *z, const struct zip_entry *entry, const char *ns, struct err *e)
{
    struct styles *s = mem_alloc(sizeof *s);
    s->file = zip_name(z);
    bool ok = true;
    if (entry)
        ok = read_all(s, z, entry, e);
    else
        s->text = arena_printf(&s->arena,
                               "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                               "<styleSheet xmlns=\"%s\"/>",
                               ns);
    if (ok && read_sections(s, e))
        return s;
    styles_close(s);
    return NULL;
}

void styles_close(struct styles *s)
{
    if (!s)
        return;
    arena_done(&s->arena);
    free(s->xf);
    free(s->painted);
    free(s);
}

/* --- formats --- */

long styles_own(const struct styles *s, enum own_style style)
{
    return s->count[FORMATS] + style;
}

long styles_painted(struct styles *s, long format, enum paint paint)
{
    long base = s->count[FORMATS] + OWN_STYLES;
    for (size_t i = s->painteds; i-- > 0;)
        if (s->painted[i].format == format && s->painted[i].paint == paint)
            return base + (long)i;
    if (base + (long)s->painteds >= MOST_FORMATS)
        return format;
    if (s->painteds == s->painted_room) {
        s->painted_room = s->painted_room ? s->painted_room * 2 : 64;
        s->painted = mem_grow(s->painted, s->painted_room * sizeof *s->painted);
    }
    s->painted[s->painteds++] = (struct painted){format, paint};
    return base + (long)s->painteds - 1;
}

/* --- writing --- */

/* Text with the prefix where @ stands. */
static void put(struct styles *s, struct archive *into, const char *text)
{
    for (const char *at; (at = strchr(text, '@')) != NULL; text = at + 1) {
        archive_write(into, (struct str){text, (size_t)(at - text)});
        archive_write(into, s->prefix);
    }
    archive_write(into, str_c(text));
}

static struct str number(struct arena *a, long n)
{
    return arena_printf(a, "%ld", n);
}

/* A format like another one, with the fill. */
static struct str clone(const struct styles *s, const struct painted *painted, struct arena *a)
{
    struct str xf = painted->format >= 0 && painted->format < s->count[FORMATS] && s->there[FORMATS]
                        ? s->xf[painted->format]
                        : (struct str){0};
    struct xmlpipe *p = xmlpipe_text(xf, s->file, NULL);
    struct tag t;
    struct err none = {0};
    struct str fill = number(a, s->count[FILLS] + (long)painted->paint), result;
    if (xmlpipe_next(p, &t, &none) == 1) {
        size_t tail = xf.len - t.raw.len;
        struct str filled = tag_with(&t, "fillId", fill, a);
        struct xmlpipe *again = xmlpipe_text(filled, s->file, NULL);
        if (xmlpipe_next(again, &t, &none) == 1)
            filled = tag_with(&t, "applyFill", STR("1"), a);
        xmlpipe_close(again);
        result = arena_printf(a, "%.*s%.*s", STR_ARG(filled), (int)tail, xf.ptr + xf.len - tail);
    } else {
        result = arena_printf(
            a,
            "<%.*sxf numFmtId=\"0\" fontId=\"0\" fillId=\"%.*s\" borderId=\"0\" xfId=\"0\" applyFill=\"1\"/>",
            STR_ARG(s->prefix), STR_ARG(fill));
    }
    xmlpipe_close(p);
    return result;
}

static void put_own(struct styles *s, struct archive *into, struct arena *a)
{
    for (size_t i = 0; i < OWN_STYLES; i++)
        put(s, into,
            arena_printf(
                a,
                "<@xf numFmtId=\"0\" fontId=\"%ld\" fillId=\"%ld\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" "
                "applyFill=\"1\" applyAlignment=\"1\"><@alignment vertical=\"top\"%s/></@xf>",
                s->count[FONTS] + own[i].font, own[i].fill < 0 ? 0 : s->count[FILLS] + own[i].fill,
                own[i].wrapped ? " wrapText=\"1\"" : "")
                .ptr);
}

static void put_new(struct styles *s, enum section section, struct archive *into)
{
    struct arena a = {0};
    if (section == FONTS)
        put(s, into, fonts);
    if (section == FILLS)
        put(s, into, fills);
    if (section == FORMATS) {
        put_own(s, into, &a);
        for (size_t i = 0; i < s->painteds; i++) {
            archive_write(into, clone(s, &s->painted[i], &a));
            arena_reset(&a);
        }
    }
    arena_done(&a);
}

static long new_count(const struct styles *s, enum section section)
{
    long added = section == FONTS     ? NEW_FONTS
                 : section == FILLS   ? NEW_FILLS
                 : section == FORMATS ? OWN_STYLES + (long)s->painteds
                                      : 0;
    return s->count[section] + added;
}

/* A section that is not there, in front of the present tag. */
static void put_section(struct styles *s, enum section section, struct xmlpipe *p, struct archive *into,
                        struct arena *a)
{
    const char *name = section_name[section];
    xmlpipe_before(
        p, arena_printf(a, "<%.*s%s count=\"%ld\">", STR_ARG(s->prefix), name, new_count(s, section)));
    put(s, into, section_first[section]);
    put_new(s, section, into);
    archive_write(into, arena_printf(a, "</%.*s%s>", STR_ARG(s->prefix), name));
}

/* Which sections must stand in front of the tag: SECTIONS for all. */
static enum section before(const struct tag *t)
{
    for (size_t i = 0; i < sizeof later / sizeof *later; i++)
        if (str_is(t->name, later[i]))
            return SECTIONS;
    return t->depth == 1 && t->kind == TAG_END ? SECTIONS : section_of(t) < SECTIONS ? section_of(t) : 0;
}

/* One tag on the outermost levels; *next is the first section that has not been passed. */
static void write_tag(struct styles *s, struct xmlpipe *p, const struct tag *t, enum section *next,
                      struct archive *into, struct arena *a)
{
    enum section section = section_of(t);
    if (t->kind != TAG_END || t->depth == 1)
        for (enum section to = before(t); *next < to; ++*next)
            if (!s->there[*next])
                put_section(s, *next, p, into, a);
    if (t->depth != 2 || section == SECTIONS)
        return;
    if (t->kind == TAG_END) {
        xmlpipe_before(p, STR(""));
        put_new(s, section, into);
        return;
    }
    *next = section + 1;
    struct str value = number(a, new_count(s, section));
    if (t->kind == TAG_EMPTY) {
        xmlpipe_instead(p, arena_printf(a, "<%.*s%s count=\"%.*s\">", STR_ARG(s->prefix),
                                        section_name[section], STR_ARG(value)));
        put_new(s, section, into);
        archive_write(into, arena_printf(a, "</%.*s%s>", STR_ARG(s->prefix), section_name[section]));
    } else if (new_count(s, section) != s->count[section]) {
        xmlpipe_instead(p, tag_with(t, "count", value, a));
    }
}

bool styles_write(struct styles *s, struct archive *into, struct err *e)
{
    struct xmlpipe *p = xmlpipe_text(s->text, s->file, into);
    struct tag t;
    struct arena a = {0};
    enum section next = 0;
    int got;
    while ((got = xmlpipe_next(p, &t, e)) == 1) {
        if (t.depth == 1 && t.kind == TAG_EMPTY) {
            xmlpipe_instead(p, tag_opened(&t, &a));
            for (; next < SECTIONS; next++)
                put_section(s, next, p, into, &a);
            archive_write(into, arena_printf(&a, "</%.*s%.*s>", STR_ARG(t.prefix), STR_ARG(t.name)));
        } else if (t.depth <= 2) {
            write_tag(s, p, &t, &next, into, &a);
        }
    }
    xmlpipe_close(p);
    arena_done(&a);
    return got == 0;
}
