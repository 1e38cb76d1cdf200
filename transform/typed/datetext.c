#include "datetext.h"

static char upper(char c)
{
    return (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
}

size_t datetext_word(struct datetext *t, char *out, size_t size)
{
    size_t n = 0;
    for (; datetext_at_letter(t); t->p++)
        if (n + 1 < size)
            out[n++] = upper(*t->p);
    out[n] = '\0';
    return n;
}

void datetext_skip(struct datetext *t, const char *any)
{
    for (;;) {
        if (t->p < t->end && *t->p && strchr(any, *t->p))
            t->p++;
        else if (t->end - t->p >= 2 && memcmp(t->p, "\xC2\xA0", 2) == 0)
            t->p += 2;
        else
            return;
    }
}

int datetext_month(const char *name)
{
    enum { NAMES = 10 };
    static const char *const months[12][NAMES] = {
        {"JANUARI", "JAN", "JANUARY"},
        {"FEBRUARI", "PEBRUARI", "FEB", "PEB", "FEBR", "PEBR", "FEBRUARY", "FEBUARI", "PEBUARI"},
        {"MARET", "MAR", "MRT", "MARCH"},
        {"APRIL", "APR"},
        {"MEI", "MAY"},
        {"JUNI", "JUN", "JUNE"},
        {"JULI", "JUL", "JULY"},
        {"AGUSTUS", "AGT", "AGS", "AGU", "AGUST", "AGST", "AUGUST", "AUG"},
        {"SEPTEMBER", "SEP", "SEPT"},
        {"OKTOBER", "OKT", "OCTOBER", "OCT"},
        {"NOVEMBER", "NOPEMBER", "NOV", "NOP"},
        {"DESEMBER", "DES", "DECEMBER", "DEC"},
    };
    for (int month = 0; month < 12; month++)
        for (size_t i = 0; i < NAMES && months[month][i]; i++)
            if (strcmp(name, months[month][i]) == 0)
                return month + 1;
    return 0;
}
