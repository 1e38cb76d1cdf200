/* Sheets Definisi (what figures mean, and their targets) and Silsilah (from which files they come) */
#include "sheets.h"

#include <string.h>

/* --- Definisi --- */

static const char *assessor_words(const char *rule)
{
    static const char *const words[][3] = {{"mean", "rata-rata", "their mean"},
                                           {"median", "median", "their median"},
                                           {"consensus", "bila semua sama", "if all agree"},
                                           {"roles", "rata-rata antarperan", "the mean of the roles"}};
    for (int i = 0; i < COLUMNS(words); i++)
        if (strcmp(rule, words[i][0]) == 0)
            return words_say(words[i][1], words[i][2]);
    return words_say("ketua panelis", "the chair's");
}

static void put_components(struct sheet *s, int row)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    if (data_rows(d, SET_COMPONENTS) > 0)
        put_text(s, row++, 0, words_say("Komponen nilai gabungan", "Components of the composite score"),
                 LOOK_KICKER);
    for (int i = 0; i < data_rows(d, SET_COMPONENTS); i++) {
        const char *component = data_text(d, SET_COMPONENTS, i, "component");
        put_text(s, row++, 0,
                 book_text(b, words_say("%s, bobot %s: %s.", "%s, weight %s: %s."),
                           words_component(component),
                           words_number(b->arena, data_number(d, SET_COMPONENTS, i, "weight"), 2),
                           words_component_meaning(component)),
                 LOOK_PLAIN);
    }
    put_text(
        s, row++, 0,
        book_text(b,
                  words_say("Instrumen %s (%s): nilai maksimum %s; nilai butir dari beberapa penilai: %s. "
                            "Sumber: %s.",
                            "Instrument %s (%s): maximum %s; of several assessors' scores of an item: %s. "
                            "Source: %s."),
                  data_text(d, SET_HEAD, 0, "instrument"), data_text(d, SET_HEAD, 0, "name"),
                  data_null(d, SET_HEAD, 0, "score_max")
                      ? words_say("tidak diketahui", "not known")
                      : words_number(b->arena, data_number(d, SET_HEAD, 0, "score_max"), 0),
                  assessor_words(data_text(d, SET_HEAD, 0, "assessor_rule")),
                  data_text(d, SET_HEAD, 0, "source")),
        LOOK_PLAIN);
    put_text(
        s, row++, 0,
        words_say("Selang kepercayaan: Wilson 95 %. D/S: anak diukur dibagi anak sasaran di wilayah yang "
                  "sasarannya diketahui. Desa lokus: daftar menurut keputusan.",
                  "Intervals: Wilson's of 95 %. D/S: children measured of those targeted, in regions whose "
                  "target is known. Priority villages: those of the decree's list."),
        LOOK_PLAIN);
}

void sheet_definitions(struct book *b)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "code", 8, LOOK_TEXT},
        {words_say("Indikator", "Indicator"), "name", 34, LOOK_WRAP},
        {words_say("Jenis", "Kind"), NULL, 10, LOOK_TEXT},
        {words_say("Arah baik", "Good direction"), NULL, 9, LOOK_CENTER},
        {words_say("Pembilang", "Numerator"), "numerator_definition", 30, LOOK_WRAP},
        {words_say("Pemilik pembilang", "Owner of numerator"), "numerator_owner", 11, LOOK_TEXT},
        {words_say("Penyebut", "Denominator"), "denominator_definition", 30, LOOK_WRAP},
        {words_say("Pemilik penyebut", "Owner of denominator"), "denominator_owner", 11, LOOK_TEXT},
        {words_say("Satuan", "Unit"), "unit", 8, LOOK_CENTER},
        {"Target", "target", 9, LOOK_PERCENT},
        {words_say("Sumber target", "Source of target"), "target_source", 24, LOOK_WRAP},
        {words_say("Target diverifikasi", "Target verified"), NULL, 13, LOOK_CENTER},
        {words_say("Sumber definisi", "Source of definition"), "definition_source", 40, LOOK_WRAP}};
    struct sheet s = book_sheet(
        b, words_say("Definisi", "Definitions"),
        words_say("Definisi indikator dan target", "Definitions of indicators, and targets"),
        words_say(
            "Pembilang dan penyebut dijumlahkan dahulu, baru dibagi. Target yang belum diverifikasi harus "
            "dikonfirmasi petugas.",
            "Numerators and denominators are summed, then divided. Targets that are not verified are to be "
            "confirmed by an officer. Definitions are in Indonesian."),
        COLOUR_GREY);
    const struct data *d = b->data;
    int end = put_table(&s, "tblDefinisi", 3, SET_INDICATORS, columns, COLUMNS(columns));
    for (int i = 0; i < data_rows(d, SET_INDICATORS); i++) {
        bool up = strcmp(data_text(d, SET_INDICATORS, i, "direction"), "up") == 0;
        put_text(&s, 4 + i, 1, sheets_indicator(b, SET_INDICATORS, i), LOOK_WRAP);
        put_text(&s, 4 + i, 2,
                 strcmp(data_text(d, SET_INDICATORS, i, "kind"), "spesifik") == 0
                     ? words_say("spesifik", "specific")
                     : words_say("sensitif", "sensitive"),
                 LOOK_TEXT);
        put_text(&s, 4 + i, 3, up ? words_say("naik ▲", "up ▲") : words_say("turun ▼", "down ▼"),
                 LOOK_CENTER);
        if (data_null(d, SET_INDICATORS, i, "target"))
            put_text(&s, 4 + i, 11, "–", LOOK_NONE);
        else if (data_true(d, SET_INDICATORS, i, "verified"))
            put_text(&s, 4 + i, 11, words_say("ya", "yes"), LOOK_CENTER);
        else
            put_text(&s, 4 + i, 11, words_say("BELUM", "NOT YET"), LOOK_BEHIND);
    }
    sheet_heads(&s, 3, 3, 2);
    put_components(&s, end + 1);
}

/* --- Silsilah --- */

/* "berlaku", or "digantikan 17" by a later submission, as the query says it. */
static const char *status_words(struct book *b, const char *status)
{
    static const char replaced[] = "digantikan ";
    if (words_lang() == LANG_ID)
        return status;
    return strncmp(status, replaced, sizeof replaced - 1) == 0
               ? book_text(b, "replaced by %s", status + sizeof replaced - 1)
               : "in force";
}

void sheet_lineage(struct book *b)
{
    const struct column columns[] = {
        {words_say("No. kiriman", "Submission"), "submission_key", 9, LOOK_COUNT},
        {words_say("Formulir", "Form"), "form", 19, LOOK_TEXT},
        {words_say("Instansi", "Agency"), "agency", 30, LOOK_WRAP},
        {words_say("Kode", "Code"), "region", 8, LOOK_TEXT},
        {words_say("Wilayah", "Region"), "region_name", 29, LOOK_TEXT},
        {words_say("Periode", "Period"), "period", 10, LOOK_CENTER},
        {words_say("Berkas", "File"), "file_name", 44, LOOK_WRAP},
        {"SHA-256", "sha256", 35, LOOK_SMALL},
        {words_say("Dimuat", "Loaded"), "loaded_on", 17, LOOK_DAY},
        {words_say("Baris diterima", "Rows accepted"), "data_count", 10, LOOK_COUNT},
        {words_say("Baris ditolak", "Rows rejected"), "reject_count", 10, LOOK_COUNT},
        {words_say("Catatan", "Notes"), "note_count", 10, LOOK_COUNT},
        {"Status", NULL, 15, LOOK_TEXT}};
    struct sheet s = book_sheet(
        b, words_say("Silsilah", "Lineage"),
        words_say("Silsilah: dari berkas mana angka-angka ini",
                  "Lineage: from which files these figures come"),
        words_say(
            "Setiap kiriman tahun ini, juga yang sudah digantikan. Berkas asli dapat dikenali dari sidik "
            "SHA-256; kp2s-trace menunjukkan selnya.",
            "Every submission of the year, also those replaced. The original file is known by its SHA-256; "
            "kp2s-trace shows the cell."),
        COLOUR_GREY);
    if (b->data->edition)
        put_text(&s, 2, 0,
                 book_text(b, words_say("Sidik SHA-256 edisi %s: %s", "SHA-256 of edition %s: %s"),
                           b->data->edition, data_text(b->data, SET_EDITION, 0, "checksum")),
                 LOOK_SUBTITLE);
    put_table(&s, "tblSilsilah", 3, SET_SUBMISSIONS, columns, COLUMNS(columns));
    for (int i = 0; i < data_rows(b->data, SET_SUBMISSIONS); i++)
        put_text(&s, 4 + i, COLUMNS(columns) - 1,
                 status_words(b, data_text(b->data, SET_SUBMISSIONS, i, "status")), LOOK_TEXT);
    sheet_heads(&s, 3, 3, 2);
}
