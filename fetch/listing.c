#include "listing.h"

#include <curl/curl.h>
#include <expat.h>
#include <stdlib.h>

enum { LONGEST_SHOWN = 100 };

/* --- entries --- */

static bool add(struct listing *l, struct str name, struct str version, struct err *e)
{
    for (size_t i = name.len; i > 0; i--)
        if (name.ptr[i - 1] == '/') {
            name = (struct str){name.ptr + i, name.len - i};
            break;
        }
    for (size_t i = 0; i < name.len; i++)
        if ((unsigned char)name.ptr[i] < 0x20 || name.ptr[i] == 0x7F)
            return true;
    if (name.len == 0 || str_is(name, ".") || str_is(name, ".."))
        return true;
    if (l->n == MAX_LISTED)
        return err_set(e, ST_UNREADABLE, "more than %d files", MAX_LISTED);
    if ((l->n & (l->n - 1)) == 0) {
        struct listed *old = l->entry;
        l->entry = arena_alloc(l->arena, (l->n ? l->n * 2 : 1) * sizeof *l->entry);
        if (l->n > 0)
            memcpy(l->entry, old, l->n * sizeof *old);
    }
    l->entry[l->n++] = (struct listed){arena_dup(l->arena, name), arena_dup(l->arena, version)};
    return true;
}

static struct str cut_line(struct str *text)
{
    struct str line = str_cut(text, '\n');
    line.len -= line.len > 0 && line.ptr[line.len - 1] == '\r';
    return line;
}

bool listing_names(struct listing *l, struct str text, struct err *e)
{
    while (text.len > 0)
        if (!add(l, cut_line(&text), STR(""), e))
            return false;
    return true;
}

/* --- lines as of ls -l --- */

static struct str cut_word(struct str *line)
{
    while (line->len > 0 && line->ptr[0] == ' ')
        *line = (struct str){line->ptr + 1, line->len - 1};
    return str_cut(line, ' ');
}

static bool is_month(struct str word)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    for (size_t i = 0; word.len == 3 && i < sizeof months - 1; i += 3)
        if (memcmp(word.ptr, months + i, 3) == 0)
            return true;
    return false;
}

/* What stands behind "Jun  1 08:00 " or "Jun  1  2024 ": names of groups may hold blanks, so words are not
 * counted. ptr NULL: there is no such date. */
static struct str behind_date(struct str line)
{
    long number;
    while (line.len > 0) {
        if (!is_month(cut_word(&line)))
            continue;
        struct str rest = line, day = cut_word(&rest), year = cut_word(&rest), hour = year;
        hour = str_cut(&hour, ':');
        if (str_to_long(day, &number) && number <= 31 && str_to_long(hour, &number) && rest.len > 0)
            return rest;
    }
    return (struct str){0};
}

bool listing_long(struct listing *l, struct str text, struct err *e)
{
    while (text.len > 0) {
        struct str line = cut_line(&text), name = behind_date(line);
        if (str_starts(line, "total ") || line.len == 0)
            continue;
        if (!name.ptr) {
            line.len = line.len < LONGEST_SHOWN ? line.len : LONGEST_SHOWN;
            line = str_visible(l->arena, line);
            err_set(e, ST_UNREADABLE, "its list of files is not understood: '%.*s'", STR_ARG(line));
            return err_hint(e, "name the files one by one, each as a source");
        }
        if (line.ptr[0] == '-' && !add(l, name, STR(""), e))
            return false;
    }
    return true;
}

/* --- multistatus --- */

enum { MAX_DEPTH = 64, MAX_TEXT = 8192 };

struct dav {
    struct listing *listing;
    XML_Parser parser;
    int depth;
    bool multistatus, collection;
    struct str href, etag, length, modified; /* of the response under way */
    char text[MAX_TEXT];                     /* of the element under way */
    size_t len;
    struct err *e;
};

static bool is(const char *element, const char *name)
{
    return strncmp(element, "DAV: ", 5) == 0 && strcmp(element + 5, name) == 0;
}

static void stop(struct dav *d)
{
    XML_StopParser(d->parser, XML_FALSE);
}

static void XMLCALL on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
    struct dav *d = user;
    (void)attributes;
    if (d->depth++ == 0)
        d->multistatus = is(name, "multistatus");
    if (!d->multistatus || d->depth > MAX_DEPTH)
        stop(d);
    if (is(name, "response")) {
        d->collection = false;
        d->href = d->etag = d->length = d->modified = STR("");
    }
    d->collection = d->collection || is(name, "collection");
    d->len = 0;
}

static void XMLCALL on_text(void *user, const XML_Char *text, int n)
{
    struct dav *d = user;
    if (d->len + (size_t)n > sizeof d->text) {
        stop(d);
        return;
    }
    memcpy(d->text + d->len, text, (size_t)n);
    d->len += (size_t)n;
}

static void end_response(struct dav *d)
{
    struct arena *a = d->listing->arena;
    struct str version = d->etag;
    int n = 0;
    if (d->collection)
        return;
    if (version.len == 0 && d->length.len > 0 && d->modified.len > 0)
        version = arena_printf(a, "%.*s bytes of %.*s", STR_ARG(d->length), STR_ARG(d->modified));
    char *plain = d->href.len > 0 ? curl_easy_unescape(NULL, d->href.ptr, (int)d->href.len, &n) : NULL;
    if (plain && !add(d->listing, (struct str){plain, (size_t)n}, version, d->e))
        stop(d);
    curl_free(plain);
}

/* One line without control characters: it is remembered in a line (recall.h). */
static struct str value_of(const struct dav *d)
{
    struct str s = str_trim((struct str){d->text, d->len});
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < 0x20)
            return STR("");
    return arena_dup(d->listing->arena, s);
}

static void XMLCALL on_end(void *user, const XML_Char *name)
{
    struct dav *d = user;
    struct str *const value = is(name, "href")               ? &d->href
                              : is(name, "getetag")          ? &d->etag
                              : is(name, "getcontentlength") ? &d->length
                              : is(name, "getlastmodified")  ? &d->modified
                                                             : NULL;
    if (value &&
        value->len == 0) /* a property that is missing comes without text, in a propstat of its own */
        *value = value_of(d);
    if (is(name, "response"))
        end_response(d);
    d->depth--;
    d->len = 0;
}

static void XMLCALL on_doctype(void *user, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    stop(user);
}

bool listing_dav(struct listing *l, struct str text, struct err *e)
{
    struct dav d = {.listing = l, .e = e, .parser = XML_ParserCreateNS(NULL, ' ')};
    if (!d.parser)
        mem_exhausted();
    XML_SetUserData(d.parser, &d);
    XML_SetElementHandler(d.parser, on_start, on_end);
    XML_SetCharacterDataHandler(d.parser, on_text);
    XML_SetStartDoctypeDeclHandler(d.parser, on_doctype);
    bool ok = XML_Parse(d.parser, text.ptr, (int)text.len, 1) == XML_STATUS_OK && d.multistatus;
    XML_ParserFree(d.parser);
    return ok || err_set(e, ST_UNREADABLE, "its answer is no list of a WebDAV folder");
}
