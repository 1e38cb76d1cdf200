#include "itemcode.h"

#include <strings.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_separator(char c)
{
    return c != '\0' && strchr(" _-.:#", c);
}

/* Behind "butir" or "aksi" and what divides it from the number; s itself when it does not begin so. */
static struct str behind_word(struct str s)
{
    static const char *const words[] = {"butir", "aksi"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        if (s.len <= n || strncasecmp(s.ptr, words[i], n) != 0)
            continue;
        while (n < s.len && is_separator(s.ptr[n]))
            n++;
        return (struct str){s.ptr + n, s.len - n};
    }
    return s;
}

/* Digits at the beginning; 0 when they are no number of a code. */
static size_t number(struct str s)
{
    enum { MOST = 2 };
    size_t n = 0;
    while (n < s.len && is_digit(s.ptr[n]))
        n++;
    return n > MOST || (n > 0 && s.ptr[0] == '0') ? 0 : n;
}

struct str itemcode_of(struct arena *a, struct str name)
{
    enum { MOST_NUMBERS = 4 };
    struct str trimmed = str_trim(name), rest = behind_word(trimmed), code = STR("");
    bool has_word = rest.len < trimmed.len;
    int numbers = 0;
    for (;;) {
        size_t n = number(rest);
        if (n == 0 || ++numbers > MOST_NUMBERS)
            return STR("");
        code = arena_printf(a, "%.*s%s%.*s", STR_ARG(code), code.len ? "." : "", (int)n, rest.ptr);
        rest = (struct str){rest.ptr + n, rest.len - n};
        if (rest.len < 2 || (rest.ptr[0] != '.' && rest.ptr[0] != ',') || !is_digit(rest.ptr[1]))
            break;
        rest = (struct str){rest.ptr + 1, rest.len - 1};
    }
    if (rest.len > 0 && is_letter(rest.ptr[0]))
        return STR("");
    return has_word || numbers > 1 ? code : STR("");
}

/* Without ".pdf": up to five letters and digits behind the last point, a letter among them. */
static struct str without_ending(struct str name)
{
    enum { LONGEST = 5 };
    size_t i = name.len;
    bool letter = false;
    while (i > 0 && (is_letter(name.ptr[i - 1]) || is_digit(name.ptr[i - 1])))
        letter = is_letter(name.ptr[--i]) || letter;
    bool ending = letter && i > 0 && name.ptr[i - 1] == '.' && name.len - i <= LONGEST;
    return ending ? (struct str){name.ptr, i - 1} : name;
}

struct str itemcode_find(struct arena *a, struct str path)
{
    struct str code = STR("");
    for (bool file = true; path.len > 0 && code.len == 0; file = false) {
        size_t from = path.len;
        while (from > 0 && path.ptr[from - 1] != '/')
            from--;
        struct str name = {path.ptr + from, path.len - from};
        code = itemcode_of(a, file ? without_ending(name) : name);
        path.len = from > 0 ? from - 1 : 0;
    }
    return code;
}
