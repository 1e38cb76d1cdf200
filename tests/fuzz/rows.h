/* rows.h - what book.h promises of a row, checked. */
#ifndef KP2S_FUZZ_ROWS_H
#define KP2S_FUZZ_ROWS_H

#include "fuzz.h"

#include "book.h"

enum { FUZZ_MOST_ROWS = 3000 }; /* repeated rows may be a million */

static inline bool fuzz_digits(const char **p, const char *end, size_t least, size_t most)
{
    size_t n = 0;
    for (; *p < end && **p >= '0' && **p <= '9'; n++)
        ++*p;
    return n >= least && n <= most;
}

static inline bool fuzz_is(const char **p, const char *end, char c)
{
    bool is = *p < end && **p == c;
    *p += is;
    return is;
}

/* Two digits below a limit. */
static inline bool fuzz_pair(const char **p, const char *end, int least, int limit)
{
    const char *from = *p;
    if (!fuzz_digits(p, end, 2, 2))
        return false;
    int value = (from[0] - '0') * 10 + from[1] - '0';
    return value >= least && value < limit;
}

/* Plain decimal text without idle zeros. */
static inline bool fuzz_is_plain(struct str s)
{
    const char *p = s.ptr, *end = s.ptr + s.len;
    fuzz_is(&p, end, '-');
    const char *whole = p;
    if (!fuzz_digits(&p, end, 1, s.len) || (*whole == '0' && p > whole + 1))
        return false;
    if (fuzz_is(&p, end, '.'))
        return fuzz_digits(&p, end, 1, s.len) && p == end && p[-1] != '0';
    return p == end && !(s.len == 2 && memcmp(s.ptr, "-0", 2) == 0);
}

/* Nothing, or a fraction of a second: .mmm. */
static inline bool fuzz_fraction(const char **p, const char *end)
{
    return *p == end || (fuzz_is(p, end, '.') && fuzz_digits(p, end, 3, 3) && *p == end);
}

/* YYYY-MM-DD, with THH:MM:SS or without; or HH:MM:SS of any hours; a fraction of a second may follow. */
static inline bool fuzz_is_iso(struct str s)
{
    const char *p = s.ptr, *end = s.ptr + s.len;
    if (s.len > 4 && s.ptr[4] == '-') {
        if (!fuzz_digits(&p, end, 4, 4) || !fuzz_is(&p, end, '-') || !fuzz_pair(&p, end, 1, 13) ||
            !fuzz_is(&p, end, '-') || !fuzz_pair(&p, end, 1, 32))
            return false;
        if (p == end)
            return true;
        if (!fuzz_is(&p, end, 'T') || !fuzz_pair(&p, end, 0, 24))
            return false;
    } else {
        fuzz_is(&p, end, '-');
        if (!fuzz_digits(&p, end, 2, 15))
            return false;
    }
    return fuzz_is(&p, end, ':') && fuzz_pair(&p, end, 0, 60) && fuzz_is(&p, end, ':') &&
           fuzz_pair(&p, end, 0, 60) && fuzz_fraction(&p, end);
}

static inline bool fuzz_is_utf8(struct str s)
{
    for (size_t i = 0; i < s.len;) {
        int n = str_utf8_length((const unsigned char *)s.ptr + i, s.len - i);
        if (n <= 0)
            return false;
        i += (size_t)n;
    }
    return true;
}

/* cell.plain: no blank at its ends, nothing that CSV must quote. */
static inline bool fuzz_is_unquoted(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (strchr(",\"\r\n", s.ptr[i]) && s.ptr[i])
            return false;
    return str_trim(s).len == s.len;
}

static inline void fuzz_cell(const struct cell *c)
{
    FUZZ_CHECK(c->col >= 1 && c->col <= BOOK_MAX_COL);
    FUZZ_CHECK(c->text.len > 0 || c->type == CELL_LAST);
    FUZZ_CHECK(fuzz_is_utf8(c->text));
    FUZZ_CHECK(!c->plain || fuzz_is_unquoted(c->text));
    FUZZ_CHECK(c->type != CELL_NUMBER || fuzz_is_plain(c->text));
    FUZZ_CHECK(c->type != CELL_DATE || fuzz_is_iso(c->text));
    FUZZ_CHECK(c->type != CELL_BOOL || str_is(c->text, "TRUE") || str_is(c->text, "FALSE"));
}

static inline void fuzz_row(const struct row *row)
{
    FUZZ_CHECK(row->number >= 1 && row->number <= BOOK_MAX_ROW && row->n > 0);
    for (size_t i = 0; i < row->n; i++) {
        fuzz_cell(&row->cell[i]);
        FUZZ_CHECK(i == 0 || row->cell[i].col >= row->cell[i - 1].col);
        FUZZ_CHECK(i + 1 == row->n || row->cell[i].type != CELL_LAST);
    }
}

static inline void fuzz_survey(const struct survey *s)
{
    for (size_t i = 0; i < s->ranges; i++) {
        const struct range *r = &s->range[i];
        FUZZ_CHECK(r->row1 >= 1 && r->row1 <= r->row2 && r->row2 <= BOOK_MAX_ROW);
        FUZZ_CHECK(r->col1 >= 1 && r->col1 <= r->col2 && r->col2 <= BOOK_MAX_COL);
    }
    for (size_t i = 0; i < s->hiddens; i++) {
        const struct columns *c = &s->hidden[i];
        FUZZ_CHECK(c->first >= 1 && c->first <= c->last && c->last <= BOOK_MAX_COL);
    }
}

#endif
