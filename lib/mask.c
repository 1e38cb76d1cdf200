#include "mask.h"

enum { SHOWN = 4, NIK = 16, LONGEST = 18 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A run of digits, single blanks, points, hyphens and underscores between them included. */
struct run {
    size_t end;     /* behind it */
    size_t digits;  /* all of them */
    size_t longest; /* in one piece */
    size_t first;   /* of the first piece */
    char digit[LONGEST];
};

static struct run run_at(const char *text, size_t len, size_t i)
{
    struct run r = {.end = i};
    size_t piece = 0;
    for (; i < len; i++) {
        if (is_digit(text[i])) {
            if (r.digits < LONGEST)
                r.digit[r.digits] = text[i];
            r.digits++;
            if (++piece > r.longest)
                r.longest = piece;
            if (piece == r.digits)
                r.first = piece;
            r.end = i + 1;
        } else if (strchr(" .-_", text[i]) && text[i] && i + 1 < len && is_digit(text[i + 1])) {
            piece = 0;
        } else {
            break;
        }
    }
    return r;
}

static int two(const char *digit)
{
    return (digit[0] - '0') * 10 + digit[1] - '0';
}

/* 16 or 17 digits whose province, day and month are some: a moment written in digits begins with 19 or 20. */
static bool nik_shaped(const struct run *r)
{
    int province = two(r->digit), day = two(r->digit + 6) % 40, month = two(r->digit + 8);
    return (r->digits == NIK || r->digits == NIK + 1) && province >= 11 && province != 20 && day >= 1 &&
           day <= 31 && month >= 1 && month <= 12;
}

/* 08…, 628…: ten to thirteen digits; dates begin with shorter pieces. */
static bool telephone(const struct run *r)
{
    return (r->digit[0] == '0' && r->digit[1] == '8' && r->digits >= 10 && r->digits <= 13 &&
            r->first >= 3) ||
           (r->digit[0] == '6' && r->digit[1] == '2' && r->digit[2] == '8' && r->digits >= 11 &&
            r->digits <= 14);
}

static bool personal(const struct run *r)
{
    bool whole = r->longest == r->digits;
    return (whole && r->digits >= 15 && r->digits <= LONGEST) || nik_shaped(r) || telephone(r);
}

/* The personal number that begins at i; else the first piece there, which is none. */
static struct run number_at(const char *text, size_t len, size_t i, bool *hides)
{
    struct run whole = run_at(text, len, i), first = run_at(text, i + whole.first, i);
    *hides = true;
    if (personal(&whole))
        return whole;
    *hides = personal(&first);
    return first;
}

/* Runs that letters touch are parts of hashes and names of versions, but for those as long as a NIK. */
static bool touched(const char *text, size_t len, size_t i, const struct run *r)
{
    bool letters = (i > 0 && is_letter(text[i - 1])) || (r->end < len && is_letter(text[r->end]));
    return letters && r->digits != NIK;
}

static size_t hide(char *to, const char *text, size_t len)
{
    size_t hidden = 0;
    for (size_t i = 0; i < len; i++) {
        bool hides;
        if (!is_digit(text[i]))
            continue;
        struct run r = number_at(text, len, i, &hides);
        hides = hides && !touched(text, len, i, &r);
        for (size_t shown = 0; i < r.end; i++)
            if (is_digit(text[i]) && shown++ >= SHOWN && hides) {
                hidden++;
                if (to)
                    to[i] = '*';
            }
        i--;
    }
    return hidden;
}

struct str mask_numbers(struct arena *a, struct str s)
{
    if (hide(NULL, s.ptr, s.len) == 0)
        return s;
    char *text = arena_cstr(a, s);
    hide(text, s.ptr, s.len);
    return (struct str){text, s.len};
}

void mask_text(char *text, size_t len)
{
    hide(text, text, len);
}
