/* Sheets Mutu Data (what agencies owed, sent, and were told) and Kiriman (every submission that was due) */
#include "sheets.h"

#include "reason.h"

#include <string.h>

/* --- Mutu Data --- */

static int put_agencies(struct sheet *s, int row)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "agency_code", 0, LOOK_TEXT},
        {words_say("Instansi", "Agency"), "agency_name", 0, LOOK_WRAP_STRONG},
        {words_say("Wajib", "Due"), "due", 0, LOOK_COUNT},
        {words_say("Diterima", "Received"), "received", 0, LOOK_COUNT},
        {words_say("Diterima (%)", "Received (%)"), "received_percent", 0, LOOK_PERCENT},
        {words_say("Bertenggat", "With deadline"), "with_deadline", 0, LOOK_COUNT},
        {words_say("Tepat waktu (%)", "On time (%)"), "on_time_percent", 0, LOOK_PERCENT},
        {words_say("Terlambat", "Late"), "late", 0, LOOK_COUNT},
        {words_say("Terlama (hari)", "Longest delay (days)"), "longest_delay", 0, LOOK_COUNT},
        {words_say("Baris diterima", "Rows accepted"), "records", 0, LOOK_COUNT},
        {words_say("Baris ditolak", "Rows rejected"), "rejected", 0, LOOK_COUNT},
        {words_say("Ditolak (%)", "Rejected (%)"), "rejected_percent", 0, LOOK_PERCENT}};
    put_text(s, row, 0,
             words_say("Menurut instansi, seluruh kabupaten/kota: yang paling kurang di atas",
                       "By agency, of all regencies: those that lack most first"),
             LOOK_KICKER);
    return put_table(s, "tblInstansi", row + 1, SET_AGENCIES, columns, COLUMNS(columns));
}

static int put_regions(struct sheet *s, int row)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "region", 0, LOOK_TEXT},
        {words_say("Kabupaten/Kota", "Regency/City"), "region_name", 0, LOOK_STRONG},
        {words_say("Wajib", "Due"), "due", 0, LOOK_COUNT},
        {words_say("Diterima", "Received"), "received", 0, LOOK_COUNT},
        {words_say("Diterima (%)", "Received (%)"), "received_percent", 0, LOOK_PERCENT},
        {words_say("Tepat waktu", "On time"), "on_time", 0, LOOK_COUNT},
        {words_say("Terlambat", "Late"), "late", 0, LOOK_COUNT},
        {words_say("Terlama (hari)", "Longest delay (days)"), "longest_delay", 0, LOOK_COUNT},
        {words_say("Baris diterima", "Rows accepted"), "records", 0, LOOK_COUNT},
        {words_say("Baris ditolak", "Rows rejected"), "rejected", 0, LOOK_COUNT},
        {words_say("Ditolak (%)", "Rejected (%)"), "rejected_percent", 0, LOOK_PERCENT},
        {words_say("Catatan", "Remarks"), "remarks", 0, LOOK_COUNT},
        {words_say("Belum diterima", "Not received"), "missing", 44, LOOK_WRAP}};
    put_text(s, row, 0,
             words_say("Menurut kabupaten/kota: yang paling kurang di atas",
                       "By regency: those that lack most first"),
             LOOK_KICKER);
    return put_table(s, "tblMutu", row + 1, SET_QUALITY, columns, COLUMNS(columns));
}

/* The sentence of a remark's code; codes of another version of the toolkit have none. */
static const char *reason_sentence(const char *code)
{
    for (int i = 0; i < REASON_COUNT; i++)
        if (strcmp(reasons[i].code, code) == 0)
            return words_say(reasons[i].id, reasons[i].en);
    return "";
}

static void put_remarks(struct sheet *s, int row)
{
    const struct column columns[] = {{"No.", NULL, 0, LOOK_CENTER},
                                     {words_say("Uraian", "What"), NULL, 0, LOOK_WRAP},
                                     {words_say("Jenis", "Kind"), NULL, 0, LOOK_CENTER},
                                     {words_say("Banyaknya", "How many"), "remarks", 0, LOOK_COUNT},
                                     {words_say("Daerah", "Regions"), "scopes", 0, LOOK_COUNT},
                                     {words_say("Formulir", "Form"), "form", 0, LOOK_TEXT},
                                     {words_say("Kode catatan", "Code of remark"), "code", 0, LOOK_TEXT}};
    const struct data *d = s->book->data;
    put_text(s, row++, 0, words_say("Catatan menurut formulir dan sebab", "Remarks by form and cause"),
             LOOK_KICKER);
    put_table(s, "tblCatatan", row, SET_REMARKS, columns, COLUMNS(columns));
    for (int i = 0; i < data_rows(d, SET_REMARKS); i++) {
        put_number(s, row + 1 + i, 0, i + 1, LOOK_COUNT);
        const char *sentence = reason_sentence(data_text(d, SET_REMARKS, i, "code"));
        put_text(s, row + 1 + i, 1, sentence, LOOK_WRAP);
        sheet_fit(s, row + 1 + i, sentence, 44);
        put_text(s, row + 1 + i, 2, words_severity(data_text(d, SET_REMARKS, i, "severity")), LOOK_CENTER);
    }
}

void sheet_quality(struct book *b)
{
    static const double widths[] = {10, 40, 11, 11, 12, 18, 12, 12, 12, 12, 11, 10, 44};
    struct sheet s = book_sheet(
        b, words_say("Mutu Data", "Data Quality"),
        words_say("Kelengkapan, ketepatan waktu, dan mutu data",
                  "Completeness, punctuality and quality of the data"),
        words_say(
            "Kiriman yang wajib (bertenggat, atau dikirim kabupaten/kota lain): apa yang datang, berapa yang "
            "terlambat, berapa baris ditolak. Rincian di lembar Kiriman.",
            "Submissions due (by a deadline, or because another regency sent them): what came, how many "
            "late, "
            "how many rows were rejected. Details on sheet Submissions."),
        COLOUR_GREY);
    for (int i = 0; i < COLUMNS(widths); i++)
        sheet_width(&s, i, i, widths[i]);
    int row = put_agencies(&s, 3) + 1;
    row = put_regions(&s, row) + 1;
    put_remarks(&s, row);
    sheet_title(&s, 2);
}

/* --- Kiriman --- */

static const char *state_words(const char *state)
{
    static const char *const words[][3] = {{"on time", "tepat waktu", "on time"},
                                           {"late", "terlambat", "late"},
                                           {"no deadline", "tanpa tenggat", "no deadline"},
                                           {"missing", "BELUM", "MISSING"}};
    for (int i = 0; i < COLUMNS(words); i++)
        if (strcmp(state, words[i][0]) == 0)
            return words_say(words[i][1], words[i][2]);
    return state;
}

void sheet_due(struct book *b)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "region", 8, LOOK_TEXT},
        {words_say("Kabupaten/Kota", "Regency/City"), "region_name", 29, LOOK_TEXT},
        {words_say("Instansi", "Agency"), "agency_name", 34, LOOK_WRAP},
        {words_say("Formulir", "Form"), "form", 19, LOOK_TEXT},
        {words_say("Periode", "Period"), "period", 10, LOOK_CENTER},
        {words_say("Tenggat", "Deadline"), "due_on", 12, LOOK_DAY},
        {words_say("Datang", "Came"), "came_on", 12, LOOK_DAY},
        {words_say("Terlambat (hari)", "Late (days)"), "days_late", 11, LOOK_COUNT},
        {words_say("Keadaan", "State"), NULL, 14, LOOK_CENTER},
        {words_say("Kiriman", "Submissions"), "submissions", 11, LOOK_COUNT},
        {words_say("Baris diterima", "Rows accepted"), "records", 11, LOOK_COUNT},
        {words_say("Baris ditolak", "Rows rejected"), "rejected", 11, LOOK_COUNT},
        {words_say("Ditolak (%)", "Rejected (%)"), "rejected_percent", 11, LOOK_PERCENT},
        {words_say("Sumber tenggat", "Source of deadline"), "due_source", 24, LOOK_WRAP}};
    const struct data *d = b->data;
    struct sheet s = book_sheet(
        b, words_say("Kiriman", "Submissions"),
        words_say("Kiriman yang wajib: tenggat dan kedatangannya",
                  "Submissions due: when, and when they came"),
        words_say(
            "Datang: hari kiriman pertama dimuat (WIB); perbaikan tidak menggesernya. Hari negatif: sebelum "
            "tenggat.",
            "Came: the day the first submission was loaded (UTC+7); a correction does not move it. Negative "
            "days: before the deadline."),
        COLOUR_GREY);
    put_table(&s, "tblKiriman", 3, SET_DUE, columns, COLUMNS(columns));
    for (int i = 0; i < data_rows(d, SET_DUE); i++) {
        const char *state = data_text(d, SET_DUE, i, "state");
        put_text(&s, 4 + i, 8, state_words(state),
                 strcmp(state, "missing") == 0 ? LOOK_FAR
                 : strcmp(state, "late") == 0  ? LOOK_BEHIND
                                               : LOOK_CENTER);
    }
    sheet_heads(&s, 3, 3, 2);
}
