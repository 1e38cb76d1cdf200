#include "scanstrings.h"

/* An item as nearly all are, at p: <si><t>text</t></si>. NULL when it is another: nothing is decided by that.
 */
static char *take_common_item(char *p, struct str *text, unsigned *kinds)
{
    static const char begin[] = "<si><t>", middle[] = "</t></si>";
    if (!SCAN_IS(p, begin))
        return NULL;
    char *from = p + sizeof begin - 1, *end = vector_text(from, kinds);
    if (*kinds & TEXT_WORK || !SCAN_IS(end, middle))
        return NULL;
    *text = (struct str){from, (size_t)(end - from)};
    return end + sizeof middle - 1;
}

/* The next item, behind its "<si": one plain text. NULL: unknown (runs, phonetic guides). */
static char *take_item(char *p, const char *stop, struct str *text, unsigned *kinds)
{
    bool empty = false;
    *text = (struct str){p, 0};
    *kinds = TEXT_WORK;
    if (p[0] == '/' && p[1] == '>')
        return p + 2;
    if (*p++ != '>')
        return NULL;
    p = scan_blanks(p);
    if (!SCAN_IS(p, "<t") || (p[2] != '>' && p[2] != '/' && !scan_blank(p[2])) ||
        !(p = scan_tag(p + 2, &empty)))
        return NULL;
    if (!empty) {
        char *end = scan_next_tag(p, stop);
        if (!end || !SCAN_IS(end, "</t>") || !scan_text(p, end, text))
            return NULL;
        p = end + 4;
    }
    p = scan_blanks(p);
    return SCAN_IS(p, "</si>") ? p + 5 : NULL;
}

static enum scan_result read_all(struct scan *s, scan_string_fn *take, void *context, struct err *e)
{
    bool empty = false;
    enum scan_result got = scan_fill(s, e);
    if (got != SCAN_FOUND)
        return got;
    char *p = scan_root(s, "sst", ">");
    p = p ? scan_tag(p + strlen("<sst"), &empty) : NULL;
    while (p && !empty) {
        p = scan_blanks(p);
        if (p >= s->stop) {
            s->at = p < s->end ? p : s->end;
            if ((got = scan_fill(s, e)) != SCAN_FOUND)
                return got;
            p = scan_blanks(s->at);
        }
        if (SCAN_IS(p, "</sst>"))
            break;
        struct str text;
        unsigned kinds;
        char *after = take_common_item(p, &text, &kinds);
        if (!after && SCAN_IS(p, "<si"))
            after = take_item(p + 3, s->stop, &text, &kinds);
        if (after && !take(context, text, kinds, e))
            return SCAN_FAILED;
        p = after;
    }
    return p ? scan_drain(s, e) : SCAN_UNKNOWN;
}

enum scan_result scanstrings_read(struct zip_part *part, scan_string_fn *take, void *context, struct err *e)
{
    struct scan s;
    scan_open(&s, part, "</si>");
    enum scan_result got = read_all(&s, take, context, e);
    scan_close(&s);
    return got;
}
