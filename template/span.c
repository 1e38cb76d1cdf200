#include "span.h"

enum { FIRST_YEAR = 2015, LAST_YEAR = 2040, YEAR_LENGTH = 4 };

static const char *const months[] = {"Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
                                     "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};
static const char *const roman[] = {"I", "II", "III", "IV"};

/* Days from 30 December 1899, by the count of days to 1 March of the year. */
static long day_of(int year, int month, int day)
{
    if (month < 3) {
        month += 12;
        year--;
    }
    return 365L * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 1 - 693899;
}

/* The number behind the year: "-S1", "-Q3", "-08", or nothing. */
static bool read_part(struct str part, struct span_of_time *s)
{
    long number;
    if (part.len == 0) {
        s->kind = 'Y';
        return true;
    }
    s->kind = part.len == 3 && part.ptr[0] == '-' ? part.ptr[1] : 0;
    bool month = s->kind >= '0' && s->kind <= '9';
    size_t skip = month ? 1 : 2;
    if ((!month && s->kind != 'S' && s->kind != 'Q') ||
        !str_to_long((struct str){part.ptr + skip, part.len - skip}, &number))
        return false;
    if (month)
        s->kind = 'M';
    s->number = (int)number;
    return number >= 1 && number <= (month ? 12 : s->kind == 'S' ? 2 : 4);
}

static void set_days(struct span_of_time *s, struct arena *a)
{
    int length = s->kind == 'Y' ? 12 : s->kind == 'S' ? 6 : s->kind == 'Q' ? 3 : 1;
    int first = s->kind == 'Y' ? 1 : (s->number - 1) * length + 1, last = first + length - 1;
    s->first = day_of(s->year, first, 1);
    s->last = last == 12 ? day_of(s->year + 1, 1, 1) - 1 : day_of(s->year, last + 1, 1) - 1;
    int last_day = (int)(s->last - day_of(s->year, last, 1)) + 1;
    s->last_day = arena_printf(a, "%04d-%02d-%02d", s->year, last, last_day);
    s->first_text = arena_printf(a, "01/%02d/%04d", first, s->year);
    s->last_text = arena_printf(a, "%02d/%02d/%04d", last_day, last, s->year);
}

static struct str name_of(const struct span_of_time *s, struct arena *a)
{
    switch (s->kind) {
    case 'S':
        return arena_printf(a, "Semester %d Tahun %d", s->number, s->year);
    case 'Q':
        return arena_printf(a, "Triwulan %s %d", roman[s->number - 1], s->year);
    case 'M':
        return arena_printf(a, "%s %d", months[s->number - 1], s->year);
    default:
        return arena_printf(a, "%d", s->year);
    }
}

bool span_read(const char *code, struct arena *a, struct span_of_time *s, struct err *e)
{
    struct str text = str_c(code);
    long year = 0;
    *s = (struct span_of_time){0};
    if (text.len < YEAR_LENGTH || !str_to_long((struct str){text.ptr, YEAR_LENGTH}, &year) ||
        year < FIRST_YEAR || year > LAST_YEAR ||
        !read_part((struct str){text.ptr + YEAR_LENGTH, text.len - YEAR_LENGTH}, s)) {
        err_set(e, ST_USAGE, "'%.40s' is no period from %d to %d", code, FIRST_YEAR, LAST_YEAR);
        return err_hint(e, "a year 2024, semester 2024-S1, quarter 2024-Q3 or month 2024-08");
    }
    s->year = (int)year;
    s->name = name_of(s, a);
    s->year_text = arena_printf(a, "%d", s->year);
    set_days(s, a);
    return true;
}
