#include "aksi7.h"
#include "bookfile.h"
#include "words.h"

#include <string.h>

enum {
    HEAD_ROW = 5,
    PLACES = 5
}; /* columns that say where: level, code, kabupaten/kota, kecamatan, village */

#define SAY(b, ...) arena_cstr((b)->arena, arena_printf((b)->arena, __VA_ARGS__))

/* A figure in three columns: of how many, how many, per cent. */
struct triple {
    const char *total, *count, *percent, *withheld;
};

static const char *level_name(int level)
{
    static const char *const names[][2] = {{"provinsi", "province"},
                                           {"kabupaten/kota", "kabupaten/kota"},
                                           {"kecamatan", "kecamatan"},
                                           {"desa/kelurahan", "village"}};
    if (level < 1 || level > 4)
        BUG("a level of regions that there is not");
    return words_say(names[level - 1][LANG_ID], names[level - 1][LANG_EN]);
}

/* A withheld figure is marked, one that there is not has a dash: who was looked at is told apart from who is
 * too few. */
static void put_triple(struct sheet *s, int row, int column, enum set set, int at, const struct triple *t)
{
    const char *const fields[] = {t->total, t->count, t->percent};
    bool withheld = data_true(s->book->data, set, at, t->withheld);
    for (int i = 0; i < 3; i++)
        if (withheld && data_null(s->book->data, set, at, fields[i]))
            put_text(s, row, column + i, "*", LOOK_CENTER);
        else
            put_field(s, row, column + i, set, at, fields[i], i == 2 ? LOOK_PERCENT : LOOK_COUNT);
}

static void put_place(struct sheet *s, int row, enum set set, int at)
{
    const struct data *d = s->book->data;
    int level = (int)data_number(d, set, at, "region_level");
    put_text(s, row, 0, level_name(level), LOOK_TEXT);
    put_text(s, row, 1, data_text(d, set, at, "region_code"), LOOK_TEXT);
    put_text(s, row, 2,
             level == 1 ? data_text(d, set, at, "region_name") : data_text(d, set, at, "regency_name"),
             LOOK_TEXT);
    put_text(s, row, 3, data_text(d, set, at, "district_name"), LOOK_TEXT);
    put_text(s, row, 4, level == 4 ? data_text(d, set, at, "region_name") : "", LOOK_TEXT);
}

static void put_rules(struct sheet *s)
{
    struct book *b = s->book;
    put_text(s, 2, 0,
             SAY(b,
                 words_say("*  tidak diterbitkan: menyangkut kurang dari %s orang, atau angka sekecil itu "
                           "dapat dihitung darinya. –  tidak ada data.",
                           "*  withheld: it is of fewer than %s persons, or shows such a small figure by "
                           "subtraction. –  no data."),
                 data_text(b->data, SET_PUBLISHED, 0, "smallest_cell")),
             LOOK_KICKER);
    put_text(s, 3, 0,
             SAY(b,
                 words_say("Diterbitkan %s. Pilih satu tingkat sebelum menjumlahkan; angka wilayah tidak "
                           "selalu sama dengan jumlah bagiannya yang terbit.",
                           "Published %s. Choose one level before adding up; the published parts of a region "
                           "need not add up to it."),
                 words_date(b->arena, (long long)data_number(b->data, SET_PUBLISHED, 0, "published_at"))),
             LOOK_SUBTITLE);
}

static void put_published(struct book *b, const char *name, const char *title, const char *subtitle,
                          const char *table, enum set set, const struct column *columns, int n,
                          const char *source, const struct triple *triples)
{
    struct sheet s = book_sheet(b, name, title, subtitle, COLOUR_TEAL);
    int rows = data_rows(b->data, set);
    put_rules(&s);
    if (rows == 0) {
        put_text(&s, HEAD_ROW, 0, words_say("Tidak ada yang diterbitkan.", "Nothing was published."),
                 LOOK_SUBTITLE);
        return;
    }
    sheet_height(&s, HEAD_ROW, 44);
    put_frame(&s, table, HEAD_ROW, rows, columns, n, true);
    for (int i = 0; i < rows; i++) {
        put_place(&s, HEAD_ROW + 1 + i, set, i);
        put_text(&s, HEAD_ROW + 1 + i, PLACES, data_text(b->data, set, i, source), LOOK_CENTER);
        for (int c = PLACES + 1; c < n; c += 3)
            put_triple(&s, HEAD_ROW + 1 + i, c, set, i, &triples[(c - PLACES - 1) / 3]);
    }
    sheet_heads(&s, HEAD_ROW, HEAD_ROW, PLACES);
}

static void fill(struct book *b, const void *with)
{
    static const struct triple nutrition[] = {
        {"stunted_total", "stunted", "stunted_percent", "stunted_withheld"},
        {"underweight_total", "underweight", "underweight_percent", "underweight_withheld"},
        {"wasted_total", "wasted", "wasted_percent", "wasted_withheld"}};
    static const struct triple services[] = {{"bumil_total", "bumil", "bumil_percent", "bumil_withheld"},
                                             {"anak_total", "anak", "anak_percent", "anak_withheld"}};
    const struct column nutrition_columns[] = {
        {words_say("Tingkat", "Level"), NULL, 14, LOOK_TEXT},
        {words_say("Kode", "Code"), NULL, 14, LOOK_TEXT},
        {words_say("Provinsi, kabupaten/kota", "Province, kabupaten/kota"), NULL, 30, LOOK_TEXT},
        {"Kecamatan", NULL, 20, LOOK_TEXT},
        {words_say("Desa/kelurahan", "Village"), NULL, 22, LOOK_TEXT},
        {words_say("Sumber", "Source"), NULL, 10, LOOK_CENTER},
        {words_say("Diukur (TB/U)", "Measured (HAZ)"), NULL, 11, LOOK_COUNT},
        {words_say("Stunting", "Stunted"), NULL, 11, LOOK_COUNT},
        {words_say("Stunting (%)", "Stunted (%)"), NULL, 11, LOOK_PERCENT},
        {words_say("Diukur (BB/U)", "Measured (WAZ)"), NULL, 11, LOOK_COUNT},
        {words_say("Berat badan kurang", "Underweight"), NULL, 12, LOOK_COUNT},
        {words_say("Berat badan kurang (%)", "Underweight (%)"), NULL, 12, LOOK_PERCENT},
        {words_say("Diukur (BB/TB)", "Measured (WHZ)"), NULL, 11, LOOK_COUNT},
        {words_say("Gizi kurang", "Wasted"), NULL, 11, LOOK_COUNT},
        {words_say("Gizi kurang (%)", "Wasted (%)"), NULL, 11, LOOK_PERCENT}};
    struct column services_columns[] = {
        nutrition_columns[0],
        nutrition_columns[1],
        nutrition_columns[2],
        nutrition_columns[3],
        nutrition_columns[4],
        {words_say("Triwulan", "Quarter"), NULL, 11, LOOK_CENTER},
        {words_say("Ibu hamil", "Pregnant women"), NULL, 12, LOOK_COUNT},
        {words_say("Ibu hamil, paket lengkap", "Pregnant women, complete"), NULL, 14, LOOK_COUNT},
        {words_say("Ibu hamil, paket lengkap (%)", "Pregnant women, complete (%)"), NULL, 14, LOOK_PERCENT},
        {words_say("Anak 0–23 bulan", "Children of 0–23 months"), NULL, 12, LOOK_COUNT},
        {words_say("Anak, paket lengkap", "Children, complete"), NULL, 14, LOOK_COUNT},
        {words_say("Anak, paket lengkap (%)", "Children, complete (%)"), NULL, 14, LOOK_PERCENT}};
    const char *province = data_text(b->data, SET_HEAD, 0, "province_name");
    (void)with;
    /* no instrument is in these tables, so the header says nothing of it */
    b->header =
        SAY(b, "&L&9&K6B7785%s",
            SAY(b, words_say("Publikasi Aksi 7, tahun %s", "Publication of Aksi 7, year %s"), b->data->year));
    put_published(b, words_say("Status Gizi", "Nutrition"),
                  SAY(b,
                      words_say("Status gizi balita menurut wilayah, Provinsi %s %s",
                                "Nutrition of under-fives by region, Province %s %s"),
                      province, b->data->year),
                  words_say("Pengukuran terakhir setiap anak pada tahun ini (data layanan, bukan survei); "
                            "z-skor WHO 2006, di bawah −2.",
                            "The last measurement of each child in the year (data of services, no survey); "
                            "WHO 2006 z-scores below −2."),
                  "tblStatusGizi", SET_PUBLISHED_NUTRITION, nutrition_columns,
                  (int)(sizeof nutrition_columns / sizeof *nutrition_columns), "system", nutrition);
    put_published(b, words_say("Paket Lengkap", "Complete Packages"),
                  SAY(b,
                      words_say("Penerima paket layanan lengkap menurut wilayah, Provinsi %s %s",
                                "Complete packages of services by region, Province %s %s"),
                      province, b->data->year),
                  words_say("Ibu hamil dan anak 0–23 bulan yang menerima semua layanan yang berlaku baginya "
                            "pada triwulan itu.",
                            "Pregnant women and children of 0–23 months who received every service due for "
                            "them in the quarter."),
                  "tblPaketLengkap", SET_PUBLISHED_SERVICES, services_columns,
                  (int)(sizeof services_columns / sizeof *services_columns), "period", services);
}

/* What was withheld was withheld of the facts of that day: tables beside a newer review would show other
 * figures than it. */
static bool is_published(const struct data *d, struct err *e)
{
    if (data_rows(d, SET_PUBLISHED) == 0) {
        err_set(e, ST_NOINPUT, "nothing is published of %s, province %s", d->year, d->province);
        return err_hint(e, "kp2s-publish --year %s, once the year is closed", d->year);
    }
    if (!data_true(d, SET_PUBLISHED, 0, "is_stale"))
        return true;
    err_set(e, ST_REFUSED, "what is published of %s, province %s, is older than its review", d->year,
            d->province);
    return err_hint(e, "kp2s-publish --year %s replaces it", d->year);
}

bool aksi7_write(struct data *data, struct pg *pg, const char *path, struct arena *a, struct err *e)
{
    return data_more(data, pg, SET_PUBLISHED, SET_PUBLISHED, NULL, e) && is_published(data, e) &&
           data_more(data, pg, SET_PUBLISHED_NUTRITION, SET_PUBLISHED_SERVICES, NULL, e) &&
           bookfile_write(path, BOOKFILE_PUBLIC, data, fill, NULL, a, e);
}
