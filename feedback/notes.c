#include "notes.h"
#include "xml.h"

#include <stdlib.h>

static const char author[] = "KP2S";

enum state { STATE_NEW, STATE_ADDED, STATE_OURS, STATE_LEFT };

struct note {
    long row;
    int col;
    struct str text; /* empty: another's comment that has no box */
    enum state state;
};

/* A comment that is there already. */
struct old {
    long row;
    int col;
    long author;
};

struct notes {
    struct arena arena;
    struct note *note; /* in order of rows and columns */
    size_t n;
    struct str *author; /* of the part that was there */
    size_t authors, authors_room;
    struct old *old;
    size_t olds, olds_room;
    long author_id;  /* ours */
    bool new_author; /* … which must be added */
};

struct notes *notes_open(const struct marks *m, const struct marks_sheet *s)
{
    struct notes *n = mem_alloc(sizeof *n);
    size_t most = (size_t)(m->told < (long)s->n ? m->told : (long)s->n);
    enum paint paint;
    n->note = mem_alloc((most + 1) * sizeof *n->note);
    for (size_t i = 0, cells; i < s->n; i += cells) {
        cells = marks_cell(s, i, &paint);
        if (s->mark[i].row == 0)
            continue;
        struct str text = advice_text(m, s, i, cells, &n->arena);
        if (text.len > 0)
            n->note[n->n++] = (struct note){.row = s->mark[i].row, .col = s->mark[i].col, .text = text};
    }
    return n;
}

void notes_close(struct notes *n)
{
    if (!n)
        return;
    free(n->note);
    free(n->author);
    free(n->old);
    arena_done(&n->arena);
    free(n);
}

bool notes_none(const struct notes *n)
{
    return n->n == 0;
}

/* --- what is there --- */

static void old_start(struct xml *x, const char *name, const char **attributes)
{
    struct notes *n = x->context;
    const char *ref = xml_attribute(attributes, "ref"), *id = xml_attribute(attributes, "authorId");
    struct old old = {.author = id ? strtol(id, NULL, 10) : -1};
    if (x->depth == 3 && strcmp(name, "author") == 0) {
        if (n->authors == n->authors_room) {
            n->authors_room = n->authors_room ? n->authors_room * 2 : 8;
            n->author = mem_grow(n->author, n->authors_room * sizeof *n->author);
        }
        n->author[n->authors++] = (struct str){0};
    }
    if (x->depth != 3 || strcmp(name, "comment") != 0 || !address_parse(str_c(ref), &old.row, &old.col))
        return;
    if (n->olds == n->olds_room) {
        n->olds_room = n->olds_room ? n->olds_room * 2 : 64;
        n->old = mem_grow(n->old, n->olds_room * sizeof *n->old);
    }
    n->old[n->olds++] = old;
}

/* Names of authors are short: they come in few pieces. */
static void old_text(struct xml *x, struct str text)
{
    struct notes *n = x->context;
    if (x->depth != 3 || n->authors == 0 || n->olds > 0)
        return;
    struct str *a = &n->author[n->authors - 1];
    *a = arena_printf(&n->arena, "%.*s%.*s", STR_ARG(*a), STR_ARG(text));
}

static struct note *note_at(struct notes *n, long row, int col)
{
    size_t low = 0, high = n->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        struct note *note = &n->note[middle];
        if (note->row == row && note->col == col)
            return note;
        if (note->row < row || (note->row == row && note->col < col))
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Of our notes, those whose cell has a comment. */
static void meet(struct notes *n)
{
    for (size_t i = 0; i < n->olds; i++) {
        struct note *note = note_at(n, n->old[i].row, n->old[i].col);
        long by = n->old[i].author;
        struct str name = by >= 0 && (size_t)by < n->authors ? n->author[by] : STR("");
        if (note)
            note->state = str_starts(name, "tc=") ? STATE_LEFT
                          : str_is(name, author)  ? STATE_OURS
                                                  : STATE_ADDED;
    }
}

static bool read_old(struct notes *n, const struct zip *z, const struct zip_entry *old, struct err *e)
{
    struct xml x = {.context = n, .start = old_start, .text = old_text};
    if (old && !xml_read(z, old, &x, e))
        return false;
    meet(n);
    n->new_author = true;
    n->author_id = (long)n->authors;
    for (size_t i = 0; i < n->authors && n->new_author; i++)
        if (str_is(n->author[i], author)) {
            n->author_id = (long)i;
            n->new_author = false;
        }
    return true;
}

/* --- texts --- */

/* A text, its first line bold. */
static struct str runs(const struct note *note, struct str prefix, bool behind, struct arena *a)
{
    struct str rest = note->text, first = str_cut(&rest, '\n');
    struct str x = prefix;
    return arena_printf(a,
                        "<%.*sr><%.*srPr><%.*sb/><%.*ssz val=\"9\"/><%.*srFont val=\"Tahoma\"/></%.*srPr>"
                        "<%.*st xml:space=\"preserve\">%s%.*s&#10;</%.*st></%.*sr>"
                        "<%.*sr><%.*srPr><%.*ssz val=\"9\"/><%.*srFont val=\"Tahoma\"/></%.*srPr>"
                        "<%.*st xml:space=\"preserve\">%.*s</%.*st></%.*sr>",
                        STR_ARG(x), STR_ARG(x), STR_ARG(x), STR_ARG(x), STR_ARG(x), STR_ARG(x), STR_ARG(x),
                        behind ? "&#10;&#10;" : "", STR_ARG(xml_escape(a, first)), STR_ARG(x), STR_ARG(x),
                        STR_ARG(x), STR_ARG(x), STR_ARG(x), STR_ARG(x), STR_ARG(x), STR_ARG(x),
                        STR_ARG(xml_escape(a, rest)), STR_ARG(x), STR_ARG(x));
}

static void put_new(struct notes *n, struct str prefix, struct archive *into)
{
    struct arena a = {0};
    for (size_t i = 0; i < n->n; i++) {
        const struct note *note = &n->note[i];
        char ref[ADDRESS_SIZE];
        if (note->state != STATE_NEW)
            continue;
        address(note->row, note->col, ref);
        archive_write(
            into,
            arena_printf(&a, "<%.*scomment ref=\"%s\" authorId=\"%ld\"><%.*stext>%s</%.*stext></%.*scomment>",
                         STR_ARG(prefix), ref, n->author_id, STR_ARG(prefix),
                         runs(note, prefix, false, &a).ptr, STR_ARG(prefix), STR_ARG(prefix)));
        arena_reset(&a);
    }
    arena_done(&a);
}

static void put_author(const struct notes *n, struct str prefix, struct archive *into)
{
    struct arena a = {0};
    if (n->new_author)
        archive_write(
            into, arena_printf(&a, "<%.*sauthor>%s</%.*sauthor>", STR_ARG(prefix), author, STR_ARG(prefix)));
    arena_done(&a);
}

static void put_fresh(struct notes *n, const char *ns, struct archive *into)
{
    struct arena a = {0};
    archive_write(into, arena_printf(&a,
                                     "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                                     "<comments xmlns=\"%s\"><authors>",
                                     ns));
    put_author(n, STR(""), into);
    archive_write(into, STR("</authors><commentList>"));
    put_new(n, STR(""), into);
    archive_write(into, STR("</commentList></comments>"));
    arena_done(&a);
}

/* A list of the part: what is new goes to its end. */
static void extend(struct notes *n, struct xmlpipe *p, const struct tag *t, struct archive *into,
                   void put(struct notes *n, struct str prefix, struct archive *into))
{
    struct arena a = {0};
    if (t->kind == TAG_END) {
        xmlpipe_before(p, STR(""));
        put(n, t->prefix, into);
    } else if (t->kind == TAG_EMPTY) {
        xmlpipe_instead(p, tag_opened(t, &a));
        put(n, t->prefix, into);
        xmlpipe_before(p, arena_printf(&a, "</%.*s%.*s>", STR_ARG(t->prefix), STR_ARG(t->name)));
    }
    arena_done(&a);
}

static void put_our_author(struct notes *n, struct str prefix, struct archive *into)
{
    put_author(n, prefix, into);
}

/* The text of a comment that is there and gets ours. */
static void add_text(struct xmlpipe *p, const struct tag *t, const struct note *note)
{
    struct arena a = {0};
    bool ours = note->state == STATE_OURS;
    if (t->kind == TAG_START && ours)
        xmlpipe_mute(p, true);
    if (t->kind == TAG_END && ours)
        xmlpipe_mute(p, false);
    if (t->kind == TAG_END)
        xmlpipe_before(p, runs(note, t->prefix, !ours, &a));
    if (t->kind == TAG_EMPTY) {
        xmlpipe_instead(p, tag_opened(t, &a));
        xmlpipe_before(p, runs(note, t->prefix, false, &a));
        xmlpipe_before(p, arena_printf(&a, "</%.*s%.*s>", STR_ARG(t->prefix), STR_ARG(t->name)));
    }
    arena_done(&a);
}

static bool patch(struct notes *n, struct xmlpipe *p, struct archive *into, struct err *e)
{
    enum { LIST = 2, COMMENT, TEXT };
    struct tag t;
    struct note *note = NULL;
    int got;
    while ((got = xmlpipe_next(p, &t, e)) == 1) {
        struct str ref;
        long row;
        int col;
        if (t.depth == LIST && str_is(t.name, "authors"))
            extend(n, p, &t, into, put_our_author);
        if (t.depth == LIST && str_is(t.name, "commentList"))
            extend(n, p, &t, into, put_new);
        if (t.depth == COMMENT && t.kind != TAG_END)
            note = tag_attribute(&t, "ref", &ref) && address_parse(ref, &row, &col) ? note_at(n, row, col)
                                                                                    : NULL;
        if (t.depth == TEXT && note && note->state != STATE_LEFT && str_is(t.name, "text"))
            add_text(p, &t, note);
    }
    return got == 0;
}

bool notes_write(struct notes *n, const struct zip *z, const struct zip_entry *old, const char *ns,
                 struct archive *into, struct err *e)
{
    if (!read_old(n, z, old, e))
        return false;
    if (!old) {
        put_fresh(n, ns, into);
        return true;
    }
    struct xmlpipe *p = xmlpipe_open(z, old, into, e);
    bool ok = p && patch(n, p, into, e);
    xmlpipe_close(p);
    return ok;
}

/* --- boxes --- */

#define VML_NAMES                                                                                            \
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""         \
    " xmlns:x=\"urn:schemas-microsoft-com:office:excel\""

static const char shape_type[] =
    "<v:shapetype%s id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
    "path=\"m,l,21600r21600,l21600,xe\">"
    "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

/* Lines that a text takes in a box of so many characters. */
static long lines_of(struct str text)
{
    enum { ACROSS = 44 };
    long lines = 0;
    while (text.len > 0)
        lines += (long)(str_characters(str_cut(&text, '\n')) + ACROSS) / ACROSS;
    return lines;
}

/* The box stands at the right of its cell; at the sheet's right edge and end at the left and above. */
static void draw(long row, int col, struct str text, long id, const char *names, struct archive *into,
                 struct arena *a)
{
    enum { WIDE = 5, MOST_LINES = 30 };
    long lines = lines_of(text), tall = 2 + (lines > 3 && lines < MOST_LINES ? lines
                                             : lines <= 3                    ? 3
                                                                             : MOST_LINES);
    int left = col + WIDE < BOOK_MAX_COL ? col : col - WIDE - 1;
    long top = row + tall < BOOK_MAX_ROW ? row - 1 : row - tall - 1;
    archive_write(
        into,
        arena_printf(
            a,
            "<v:shape%s id=\"_x0000_s%ld\" type=\"#_x0000_t202\" style='position:absolute;margin-left:60pt;"
            "margin-top:1.5pt;width:240pt;height:%ldpt;z-index:%ld;visibility:hidden' fillcolor=\"#ffffe1\" "
            "o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" "
            "obscured=\"t\"/>"
            "<v:path o:connecttype=\"none\"/><v:textbox style='mso-direction-alt:auto'>"
            "<div style='text-align:left'></div></v:textbox><x:ClientData "
            "ObjectType=\"Note\"><x:MoveWithCells/>"
            "<x:SizeWithCells/><x:Anchor>%d, 15, %ld, 2, %d, 15, %ld, "
            "4</x:Anchor><x:AutoFill>False</x:AutoFill>"
            "<x:Row>%ld</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>",
            names, id, tall * 13, id, left, top, left + WIDE, top + tall, row - 1, col - 1));
    arena_reset(a);
}

/* The boxes of what was told anew; and where comments had no drawing, of theirs. */
static void draw_all(struct notes *n, bool theirs, long id, const char *names, struct archive *into)
{
    struct arena a = {0};
    for (size_t i = 0; i < n->n; i++)
        if (n->note[i].state == STATE_NEW)
            draw(n->note[i].row, n->note[i].col, n->note[i].text, id++, names, into, &a);
    for (size_t i = 0; theirs && i < n->olds; i++)
        draw(n->old[i].row, n->old[i].col, STR(""), id++, names, into, &a);
    arena_done(&a);
}

static void draw_fresh(struct notes *n, struct archive *into)
{
    enum { BLOCK = 1024 }; /* ids are given out in blocks, which the part names */
    struct arena a = {0};
    size_t boxes = n->n + n->olds;
    archive_write(into,
                  STR("<xml" VML_NAMES "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1"));
    for (size_t block = 1; block <= boxes / BLOCK; block++)
        archive_write(into, arena_printf(&a, ",%zu", block + 1));
    archive_write(into, STR("\"/></o:shapelayout>"));
    archive_write(into, arena_printf(&a, shape_type, ""));
    draw_all(n, true, BLOCK + 1, "", into);
    archive_write(into, STR("</xml>"));
    arena_done(&a);
}

/* What of a drawing must be known before something is added: the highest id, names that its root declares,
 * and how often it ends: in one that Excel wrote badly, `</xml>` is still where it should be. */
struct drawing {
    long last_id;
    bool named, typed;
    long ends;
};

static bool survey(struct xmlpipe *p, struct drawing *d, struct err *e)
{
    static const char own[] = "_x0000_s";
    struct tag t;
    int got;
    while ((got = xmlpipe_next(p, &t, e)) == 1) {
        struct str id;
        long number;
        if (d->ends == 0 && t.depth == 1 && t.kind != TAG_END)
            d->named = memmem(t.raw.ptr, t.raw.len, "xmlns:v=", 8) &&
                       memmem(t.raw.ptr, t.raw.len, "xmlns:o=", 8) &&
                       memmem(t.raw.ptr, t.raw.len, "xmlns:x=", 8);
        d->ends += t.kind != TAG_START && str_is(t.name, "xml");
        if (t.kind == TAG_END || !tag_attribute(&t, "id", &id))
            continue;
        d->typed = d->typed || str_is(id, "_x0000_t202");
        if (str_starts(id, own) &&
            str_to_long((struct str){id.ptr + sizeof own - 1, id.len - sizeof own + 1}, &number) &&
            number > d->last_id)
            d->last_id = number;
    }
    return got == 0 && (d->ends > 0 || xmlpipe_fault(p, "the drawing of comments has no end", e));
}

static bool add_boxes(struct notes *n, struct xmlpipe *p, const struct drawing *d, struct archive *into,
                      struct err *e)
{
    const char *names = d->named ? "" : VML_NAMES;
    struct arena a = {0};
    struct tag t;
    long ends = 0;
    int got;
    while ((got = xmlpipe_next(p, &t, e)) == 1) {
        ends += t.kind != TAG_START && str_is(t.name, "xml");
        if (ends < d->ends || t.kind == TAG_START || !str_is(t.name, "xml"))
            continue;
        if (t.kind == TAG_EMPTY)
            xmlpipe_instead(p, tag_opened(&t, &a));
        else
            xmlpipe_before(p, STR(""));
        if (!d->typed)
            archive_write(into, arena_printf(&a, shape_type, names));
        draw_all(n, false, d->last_id + 1, names, into);
        if (t.kind == TAG_EMPTY)
            xmlpipe_before(p, STR("</xml>"));
    }
    arena_done(&a);
    return got == 0;
}

bool notes_draw(struct notes *n, const struct zip *z, const struct zip_entry *old, struct archive *into,
                struct err *e)
{
    struct drawing d = {.last_id = 1024};
    if (!old) {
        draw_fresh(n, into);
        return true;
    }
    struct xmlpipe *p = xmlpipe_open(z, old, NULL, e);
    bool ok = p && survey(p, &d, e);
    xmlpipe_close(p);
    p = ok ? xmlpipe_open(z, old, into, e) : NULL;
    ok = p && add_boxes(n, p, &d, into, e);
    xmlpipe_close(p);
    return ok;
}
