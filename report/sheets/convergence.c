/* Sheets Konvergensi (services received and complete packages, of mothers and children) and Layanan
 * (kabupaten × service) */
#include "sheets.h"

#include <string.h>

/* --- Konvergensi --- */

/* The province in the row above the heads. */
static void put_province(struct sheet *s, int row, const struct column *columns, int n)
{
    const struct data *d = s->book->data;
    if (data_rows(d, SET_GROUPS) == 0 || data_number(d, SET_GROUPS, 0, "level") > 1)
        return;
    put_text(s, row, 1, words_say("Provinsi", "Province"), LOOK_STRONG);
    for (int c = 3; c < n; c++)
        put_field(s, row, c, SET_GROUPS, 0, columns[c].field, columns[c].look);
}

static void put_charted(struct sheet *s, int first, int rows, int end)
{
    struct chart chart = {
        .title = words_say("Layanan diterima dan paket lengkap (%)",
                           "Services received and complete packages (%)"),
        .description = words_say("Diagram batang dua ukuran konvergensi setiap kabupaten/kota",
                                 "Bars of the two measures of convergence of each regency"),
        .upright = true,
        .names = 1,
        .first = first,
        .last = first + rows - 1,
        .series = {{words_say("Layanan diterima (%)", "Services received (%)"), 5, COLOUR_TEAL},
                   {words_say("Paket lengkap (%)", "Complete package (%)"), 8, COLOUR_SAND}},
        .n = 2,
        .max = 100,
        .row = end + 1,
        .width = 1290,
        .height = 310};
    put_chart(s, &chart);
}

void sheet_convergence(struct book *b)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "region", 8, LOOK_TEXT},
        {words_say("Kabupaten/Kota", "Regency/City"), "region_name", 30, LOOK_STRONG},
        {words_say("Triwulan", "Quarter"), "period", 10, LOOK_CENTER},
        {words_say("Layanan diterima", "Services received"), "received", 11, LOOK_COUNT},
        {words_say("Layanan seharusnya", "Services due"), "due", 12, LOOK_COUNT},
        {words_say("Layanan diterima (%)", "Services received (%)"), "percent", 12, LOOK_PERCENT},
        {words_say("Orang", "Persons"), "persons", 10, LOOK_COUNT},
        {words_say("Orang dengan paket lengkap", "Persons with a complete package"), "complete", 13,
         LOOK_COUNT},
        {words_say("Paket lengkap (%)", "Complete package (%)"), "complete_percent", 12, LOOK_PERCENT},
        {words_say("Rumah tangga lengkap (%)", "Complete households (%)"), "households_percent", 12,
         LOOK_PERCENT},
        {words_say("Ibu hamil: layanan (%)", "Mothers: services (%)"), "mothers_percent", 11, LOOK_PERCENT},
        {words_say("Ibu hamil: lengkap (%)", "Mothers: complete (%)"), "mothers_complete_percent", 11,
         LOOK_PERCENT},
        {words_say("Anak: layanan (%)", "Children: services (%)"), "children_percent", 11, LOOK_PERCENT},
        {words_say("Anak: lengkap (%)", "Children: complete (%)"), "children_complete_percent", 11,
         LOOK_PERCENT}};
    enum { PROVINCE = 3, HEAD };
    const struct data *d = b->data;
    struct sheet s = book_sheet(
        b, words_say("Konvergensi", "Convergence"),
        words_say("Konvergensi layanan ibu hamil dan anak 0–23 bulan",
                  "Convergence of services for pregnant women and children of 0–23 months"),
        words_say(
            "Dua ukuran berdampingan: bagian layanan yang diterima, dan bagian orang yang menerima semua "
            "layanannya. Layanan yang tidak berlaku (TS) tidak dihitung.",
            "Two measures side by side: the share of services that were received, and the share of persons "
            "who received all of theirs. What is not due (TS) does not count."),
        COLOUR_TEAL);
    int skip = data_rows(d, SET_GROUPS) > 0 && data_number(d, SET_GROUPS, 0, "level") < 2,
        rows = data_rows(d, SET_GROUPS) - skip;
    if (rows <= 0) {
        put_text(&s, PROVINCE, 0, book_nothing(b, SET_GROUPS), LOOK_SUBTITLE);
        return;
    }
    sheet_roomy(&s, rows > 20);
    put_province(&s, PROVINCE, columns, COLUMNS(columns));
    int end = put_rows(&s, "tblKonvergensi", HEAD, SET_GROUPS, skip, columns, COLUMNS(columns));
    sheet_heads(&s, HEAD, HEAD, 2);
    put_charted(&s, HEAD + 1, rows, end);
}

/* --- Layanan --- */

enum { FIRST = 2, ROW_LEGEND = 2, ROW_GROUP = 3, ROW_NAMES, ROW_PROVINCE, ROW_HEAD, SERVICES_MAX = 60 };

static const char *const by_share[4] = {
    "=AND(ISNUMBER(@),@>=90)",
    "=AND(ISNUMBER(@),@>=75)",
    "=AND(ISNUMBER(@),@>=50)",
    "=ISNUMBER(@)",
};

/* Services in the order of the province's rows, which come first. */
static int count_services(const struct data *d)
{
    int n = 0;
    while (n < data_rows(d, SET_SERVICES) && n < SERVICES_MAX && data_number(d, SET_SERVICES, n, "level") < 2)
        n++;
    return n;
}

static void put_service_heads(struct sheet *s, int columns)
{
    const struct data *d = s->book->data;
    put_text(s, ROW_GROUP, 1, words_say("Sasaran", "For"), LOOK_SUBTITLE);
    put_text(s, ROW_PROVINCE, 1, words_say("Provinsi", "Province"), LOOK_STRONG);
    for (int c = 0; c < columns; c++) {
        bool mothers = strcmp(data_text(d, SET_SERVICES, c, "subject"), "bumil") == 0;
        put_text(s, ROW_GROUP, FIRST + c,
                 mothers ? words_say("ibu hamil", "mothers") : words_say("anak", "children"),
                 LOOK_HEAD_SMALL);
        put_text(s, ROW_NAMES, FIRST + c, data_text(d, SET_SERVICES, c, "service_name"), LOOK_HEAD_TURNED);
        put_field(s, ROW_PROVINCE, FIRST + c, SET_SERVICES, c, "percent", LOOK_CELL_STRONG);
    }
    sheet_height(s, ROW_NAMES, 170);
}

static void put_service_cells(struct sheet *s, int columns)
{
    const struct data *d = s->book->data;
    for (int i = 0; i < data_rows(d, SET_REGENCIES); i++) {
        put_field(s, ROW_HEAD + 1 + i, 0, SET_REGENCIES, i, "region", LOOK_TEXT);
        put_text(s, ROW_HEAD + 1 + i, 1, words_short(data_text(d, SET_REGENCIES, i, "region_name")),
                 LOOK_STRONG);
        for (int c = 0; c < columns; c++)
            put_text(s, ROW_HEAD + 1 + i, FIRST + c, "–", LOOK_NONE);
    }
    for (int i = columns; i < data_rows(d, SET_SERVICES); i++) {
        int r = data_find(d, SET_REGENCIES, "region", data_text(d, SET_SERVICES, i, "region")),
            c = data_find(d, SET_SERVICES, "service", data_text(d, SET_SERVICES, i, "service"));
        if (r >= 0 && c < columns)
            put_field(s, ROW_HEAD + 1 + r, FIRST + c, SET_SERVICES, i, "percent", LOOK_CELL);
    }
}

void sheet_services(struct book *b)
{
    const char *const labels[4] = {words_say("≥ 90 % (tebal)", "≥ 90 % (bold)"), "75–90 %", "50–75 %",
                                   words_say("di bawah 50 % (miring)", "below 50 % (italic)")};
    const struct data *d = b->data;
    int columns = count_services(d), rows = data_rows(d, SET_REGENCIES);
    struct sheet s = book_sheet(
        b, words_say("Layanan", "Services"),
        words_say("Konvergensi menurut layanan (%)", "Convergence by service (%)"),
        words_say("Layanan yang diterima dari yang seharusnya, triwulan terakhir; – berarti tidak ada data.",
                  "Services received of those due, in the last quarter; – means no data."),
        COLOUR_TEAL);
    if (columns == 0) {
        put_text(&s, ROW_LEGEND, 0, book_nothing(b, SET_SERVICES), LOOK_SUBTITLE);
        return;
    }
    struct column heads[SERVICES_MAX + FIRST] = {
        {words_say("Kode", "Code"), NULL, 8, LOOK_TEXT},
        {words_say("Kabupaten/Kota", "Regency/City"), NULL, 25, LOOK_TEXT}};
    for (int c = 0; c < columns; c++)
        heads[FIRST + c] = (struct column){data_text(d, SET_SERVICES, c, "service"), NULL, 8.5, LOOK_CELL};
    sheet_roomy(&s, false);
    put_legend(&s, ROW_LEGEND, FIRST, 3, labels);
    put_service_heads(&s, columns);
    put_frame(&s, "tblLayanan", ROW_HEAD, rows, heads, FIRST + columns, false);
    put_service_cells(&s, columns);
    const char *made[4];
    for (int i = 0; i < 4; i++)
        made[i] = sheets_rule(b, by_share[i], "C", ROW_PROVINCE + 1, ROW_PROVINCE + 1);
    put_classes(&s, ROW_PROVINCE, FIRST, ROW_PROVINCE, FIRST + columns - 1, made);
    for (int i = 0; i < 4; i++)
        made[i] = sheets_rule(b, by_share[i], "C", ROW_HEAD + 2, ROW_HEAD + 2);
    put_classes(&s, ROW_HEAD + 1, FIRST, ROW_HEAD + rows, FIRST + columns - 1, made);
    sheet_heads(&s, ROW_GROUP, ROW_HEAD, FIRST);
}
