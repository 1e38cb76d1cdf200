/* Sheet Lokus: whether the priority villages are served better than the others */
#include "sheets.h"

#include <string.h>

enum { NAME = 1, ARROW, WORSE = 6, MOST = 9, HEAD = 3 };

static void put_indicators(struct sheet *s)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    for (int i = 0; i < data_rows(d, SET_LOKUS); i++) {
        int row = HEAD + 1 + i;
        bool worse = data_true(d, SET_LOKUS, i, "worse");
        const char *name = sheets_indicator(b, SET_LOKUS, i);
        put_text(s, row, NAME, name, LOOK_WRAP);
        sheet_fit(s, row, name, 43);
        put_text(s, row, ARROW, strcmp(data_text(d, SET_LOKUS, i, "direction"), "down") == 0 ? "▼" : "▲",
                 LOOK_CENTER);
        put_text(s, row, WORSE,
                 worse ? words_say("tertinggal", "behind") : words_say("setara/lebih baik", "same or better"),
                 worse ? LOOK_FAR : LOOK_CENTER);
        if (!data_null(d, SET_LOKUS, i, "most_name")) {
            double most = data_number(d, SET_LOKUS, i, "most");
            put_text(s, row, MOST,
                     book_text(b, words_say("%s (%s%s poin)", "%s (%s%s points)"),
                               words_short(data_text(d, SET_LOKUS, i, "most_name")), most > 0 ? "+" : "",
                               words_number(b->arena, most, 1)),
                     LOOK_WRAP);
        } else
            put_text(s, row, MOST, "–", LOOK_NONE);
    }
}

static int put_regions(struct sheet *s, int row)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "region", 0, LOOK_TEXT},
        {words_say("Kabupaten/Kota", "Regency/City"), "region_name", 0, LOOK_STRONG},
        {words_say("Desa lokus", "Priority villages"), "lokus", 0, LOOK_COUNT},
        {words_say("Semua desa", "All villages"), "villages", 0, LOOK_COUNT},
        {words_say("Indikator dibandingkan", "Indicators compared"), "compared", 0, LOOK_COUNT},
        {words_say("Lokus tertinggal di", "Priority behind in"), "behind", 0, LOOK_COUNT},
        {words_say("Tertinggal (%)", "Behind (%)"), "behind_percent", 0, LOOK_PERCENT},
        {words_say("Paling tertinggal", "Most behind"), words_say("most", "most_en"), 0, LOOK_TEXT}};
    put_text(s, row, 0,
             words_say("Menurut kabupaten/kota: di berapa indikator desa lokusnya tertinggal",
                       "By regency: in how many indicators its priority villages are behind"),
             LOOK_KICKER);
    return put_table(s, "tblLokusDaerah", row + 1, SET_LOKUSREGIONS, columns, COLUMNS(columns));
}

void sheet_lokus(struct book *b)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "indicator", 8, LOOK_TEXT},
        {words_say("Indikator", "Indicator"), NULL, 40, LOOK_WRAP},
        {words_say("Arah baik", "Good direction"), NULL, 11, LOOK_CENTER},
        {words_say("Desa lokus (%)", "Priority villages (%)"), "lokus", 13, LOOK_PERCENT},
        {words_say("Desa lain (%)", "Other villages (%)"), "other", 13, LOOK_PERCENT},
        {words_say("Selisih (poin)", "Difference (points)"), "difference", 13, LOOK_PERCENT},
        {words_say("Desa lokus", "Priority villages"), NULL, 17, LOOK_CENTER},
        {words_say("Kab/kota dibandingkan", "Regencies compared"), "regencies", 14, LOOK_COUNT},
        {words_say("Lokus tertinggal di", "Priority behind in"), "behind", 14, LOOK_COUNT},
        {words_say("Paling tertinggal", "Most behind"), NULL, 36, LOOK_WRAP}};
    struct sheet s = book_sheet(
        b, words_say("Lokus", "Priority Villages"),
        words_say("Apakah desa lokus lebih terlayani daripada desa lain",
                  "Are the priority villages served better than the others"),
        words_say(
            "Cakupan di desa lokus dan di desa lain, hanya kabupaten/kota yang angkanya per desa dan "
            "lokusnya "
            "ditetapkan. Desa lokus didahulukan, jadi seharusnya tidak tertinggal.",
            "Coverage in priority villages and in the others, of the regencies that have figures of villages "
            "and a list. Priority villages should not be behind."),
        COLOUR_TEAL);
    if (data_rows(b->data, SET_LOKUS) == 0) {
        put_text(
            &s, HEAD, 0,
            words_say(
                "Belum ada desa lokus untuk tahun ini (etc/catalogue/lokus.csv), atau angkanya bukan "
                "per desa.",
                "No priority villages are known of this year (etc/catalogue/lokus.csv), or no figures of "
                "villages came."),
            LOOK_SUBTITLE);
        return;
    }
    if (data_rows(b->data, SET_LOKUSREGIONS) <= 20)
        sheet_roomy(&s, false);
    int end = put_table(&s, "tblLokus", HEAD, SET_LOKUS, columns, COLUMNS(columns));
    put_indicators(&s);
    sheet_title(&s, 2);
    put_regions(&s, end + 1);
}
