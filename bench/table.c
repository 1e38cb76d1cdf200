#include "table.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { RECAP_ROWS = 299, RECAP_COLS = 30, BALITA_COLS = 20 };

/* Each row has its own random numbers, so that every form of a table can be written by itself. */
struct dice {
    uint64_t state;
};

static uint64_t throw_dice(struct dice *d)
{
    uint64_t z = d->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* 0 … n-1 */
static unsigned below(struct dice *d, unsigned n)
{
    return (unsigned)((throw_dice(d) >> 32) * n >> 32);
}

/* --- cells --- */

static void text(struct cell *c, const char *text)
{
    c->kind = TEXT;
    strcpy(c->text, text);
}

static void heading(struct cell *c, const char *name)
{
    text(c, name);
    c->style = STYLE_HEADING;
}

/* scaled in units of 10^-places; idle zeros are left out */
static void decimal(char *to, long scaled, int places)
{
    long unit = places == 1 ? 10 : places == 2 ? 100 : 1;
    long size = scaled < 0 ? -scaled : scaled;
    int len = sprintf(to, "%s%ld", scaled < 0 ? "-" : "", size / unit);
    if (size % unit == 0)
        return;
    len += sprintf(to + len, ".%0*ld", places, size % unit);
    if (to[len - 1] == '0')
        to[len - 1] = '\0';
}

static void number(struct cell *c, long scaled, int places)
{
    c->kind = NUMBER;
    decimal(c->text, scaled, places);
    strcpy(c->stored, c->text);
}

/* As Excel stores it: 17 digits, 9.8000000000000007. */
static void long_number(struct cell *c, long scaled)
{
    number(c, scaled, 2);
    sprintf(c->stored, "%.17g", (double)scaled / 100.0);
}

struct day {
    int year, month, day;
};

/* serial as Excel counts: 1 January 1970 is 25569. After Howard Hinnant's civil_from_days. */
static struct day day_of(int serial)
{
    int z = serial - 25569 + 719468, era = z / 146097, doe = z % 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365,
        doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153, month = mp < 10 ? mp + 3 : mp - 9;
    return (struct day){yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) / 5 + 1};
}

static void date(struct cell *c, int serial)
{
    struct day d = day_of(serial);
    c->kind = NUMBER;
    c->style = STYLE_DATE;
    sprintf(c->text, "%04d-%02d-%02d", d.year % 10000, d.month % 100, d.day % 100);
    sprintf(c->stored, "%d", serial);
}

/* --- invented names --- */

static char *word(char *to, struct dice *d, int syllables)
{
    static const char part[32][4] = {"ra", "di", "na",  "sa",  "wi", "ti", "ku", "ma", "la", "ni", "pu",
                                     "re", "yu", "an",  "dra", "li", "fi", "ar", "be", "to", "su", "ka",
                                     "mi", "no", "sti", "wa",  "ji", "gu", "ha", "en", "lo", "ba"};
    char *start = to;
    while (syllables-- > 0)
        to = stpcpy(to, part[below(d, 32)]);
    *start = (char)(*start - 'a' + 'A');
    return to;
}

/* "KEC. RAWITI": always the same for the same rank and number */
static void named(struct cell *c, const char *rank, unsigned n, int syllables)
{
    struct dice d = {n * 0xD1342543DE82EF95u + (unsigned char)rank[1] * 0x8CB92BA72F3D8DD7u};
    char name[MOST_TEXT];
    word(stpcpy(name, rank), &d, syllables);
    text(c, name);
}

static void child_name(struct cell *c, struct dice *d)
{
    char name[MOST_TEXT], *to = word(name, d, 3);
    *to++ = ' ';
    to = word(to, d, 2);
    *to++ = ' ';
    word(to, d, 2 + (int)below(d, 2));
    text(c, name);
}

/* One of 80,000; some with a title behind a comma. */
static void parent_name(struct cell *c, struct dice *d)
{
    struct dice of = {below(d, 80000)};
    char name[MOST_TEXT], *to = word(name, &of, 3);
    *to++ = ' ';
    to = word(to, &of, 2);
    if (below(&of, 50) == 0)
        strcpy(to, ", S.Pd");
    text(c, name);
}

static void posyandu(struct cell *c, unsigned village, struct dice *d)
{
    static const char *const flower[] = {"Melati",           "Mawar",   "Anggrek",
                                         "Dahlia & Teratai", "Kenanga", "Cempaka"};
    char name[MOST_TEXT];
    sprintf(name, "Posyandu %s %u", flower[(village + below(d, 2)) % 6], 1 + below(d, 4));
    text(c, name);
}

/* Different for each of 1,399,860 rows; the part of the kecamatan is 90 to 99, which is nobody's. */
static void nik(struct cell *c, long row, int born, bool girl)
{
    unsigned serial = (unsigned)(row % 9999) + 1, place = (unsigned)(row / 9999);
    struct day d = day_of(born);
    char digits[MOST_TEXT];
    sprintf(digits, "62%02u%02u%02d%02d%02d%04u", place / 10 + 1, 90 + place % 10, d.day + (girl ? 40 : 0),
            d.month, d.year % 100, serial);
    text(c, digits);
    c->style = STYLE_TEXT;
}

/* --- tables --- */

static void balita_headings(struct cell *cells)
{
    static const char *const names[BALITA_COLS] = {"NIK",
                                                   "Nama Anak",
                                                   "JK",
                                                   "Tgl Lahir",
                                                   "Nama Ortu",
                                                   "Provinsi",
                                                   "Kab/Kota",
                                                   "Kecamatan",
                                                   "Puskesmas",
                                                   "Desa/Kel",
                                                   "Posyandu",
                                                   "RT/RW",
                                                   "Tanggal Pengukuran",
                                                   "Usia",
                                                   "Berat",
                                                   "Tinggi",
                                                   "LiLA",
                                                   "ZS TB/U",
                                                   "TB/U",
                                                   "BB/TB"};
    for (int i = 0; i < BALITA_COLS; i++)
        heading(&cells[i], names[i]);
}

static void fill_balita(const struct table *t, long row, struct cell *cells)
{
    static const char *const height[] = {"Sangat Pendek", "Pendek", "Normal", "Normal", "Normal", "Tinggi"};
    static const char *const weight[] = {"Gizi Buruk", "Gizi Kurang", "Gizi Baik", "Gizi Baik", "Gizi Lebih"};
    struct dice d = {(uint64_t)row * 0xA0761D6478BD642Fu};
    memset(cells, 0, (size_t)t->cols * sizeof *cells);
    if (row == 0) {
        balita_headings(cells);
        return;
    }
    /* a list goes village by village: 250 children in each, 10 villages a kecamatan, 14 kecamatan a kabupaten
     */
    unsigned village = (unsigned)(row / 250), district = village / 10;
    int measured = 45505 + (int)below(&d, 28), age = (int)below(&d, 60),
        born = measured - age * 30 - (int)below(&d, 28);
    bool girl = below(&d, 2) == 1;
    char place[MOST_TEXT];
    nik(&cells[0], row, born, girl);
    child_name(&cells[1], &d);
    text(&cells[2], girl ? "P" : "L");
    date(&cells[3], born);
    parent_name(&cells[4], &d);
    text(&cells[5], "PROVINSI CONTOH");
    named(&cells[6], "KAB. ", district / 14, 3);
    named(&cells[7], "KEC. ", district, 3);
    named(&cells[8], "Puskesmas ", district, 3);
    named(&cells[9], "Desa ", village, 3);
    posyandu(&cells[10], village, &d);
    sprintf(place, "RT %03u / RW %03u", 1 + below(&d, 20), 1 + below(&d, 8));
    text(&cells[11], place);
    date(&cells[12], measured);
    number(&cells[13], age, 0);
    number(&cells[14], 28 + 2 * age + (long)below(&d, 30), 1);
    number(&cells[15], 480 + 9 * age + (long)below(&d, 80), 1);
    if (below(&d, 20) > 0)
        number(&cells[16], 110 + (long)below(&d, 70), 1);
    number(&cells[17], (long)below(&d, 700) - 450, 2);
    text(&cells[18], height[below(&d, 6)]);
    text(&cells[19], weight[below(&d, 5)]);
}

struct table table_balita(long rows)
{
    return (struct table){.cols = BALITA_COLS, .rows = rows, .fill = fill_balita};
}

static void recap_headings(const struct table *t, struct cell *cells)
{
    char name[MOST_TEXT];
    heading(&cells[0], "Desa/Kel");
    for (int i = 1; i < t->cols; i++) {
        sprintf(name, "Indikator %d Tahun %ld", i, 2015 + t->number % 10);
        heading(&cells[i], name);
    }
}

static void fill_recap(const struct table *t, long row, struct cell *cells)
{
    struct dice d = {(uint64_t)(t->number * 1000 + row) * 0xA0761D6478BD642Fu};
    memset(cells, 0, (size_t)t->cols * sizeof *cells);
    if (row == 0) {
        recap_headings(t, cells);
        return;
    }
    named(&cells[0], "Desa ", (unsigned)(t->number * 300 + row), 3);
    for (int i = 1; i < t->cols; i++) {
        unsigned what = below(&d, 100);
        if (what < 5 && i + 1 < t->cols)
            cells[i].style = what < 2 ? STYLE_TEXT : STYLE_NONE;
        else if (what < 10)
            text(&cells[i], "-");
        else if (what < 13)
            text(&cells[i], "n/a");
        else if (what < 20) {
            char typed[MOST_TEXT];
            sprintf(typed, "%u.%03u,%u", 1 + below(&d, 9), below(&d, 1000), below(&d, 10));
            text(&cells[i], typed);
        } else if (what < 50)
            number(&cells[i], (long)below(&d, 5000), 0);
        else
            long_number(&cells[i], (long)below(&d, 100000));
    }
}

struct table table_recap(long number)
{
    return (struct table){.cols = RECAP_COLS, .rows = RECAP_ROWS, .number = number, .fill = fill_recap};
}
