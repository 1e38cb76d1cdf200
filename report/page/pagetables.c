/* Parts of the page that are tables: nutrition, convergence, data received, definitions, and how it was made.
 */
#include "page.h"
#include "shown.h"

#include <string.h>

#define HEADS(heads) heads, (int)(sizeof(heads) / sizeof *(heads))

static void put_region(struct page *p, enum set set, int row)
{
    html_put(p->out, "<tr><th scope=\"row\"><a href=\"#k-%s\">%s</a></th>",
             page_id(p, data_text(p->data, set, row, "region")),
             words_short(data_text(p->data, set, row, "region_name")));
}

static void put_nothing(struct page *p)
{
    html_put(p->out, "<p>%s</p>\n", words_say("Belum ada data.", "There is no data yet."));
}

/* --- nutrition --- */

static void put_child_figures(struct page *p, int row, double max)
{
    const struct data *d = p->data;
    put_region(p, SET_PREVALENCE, row);
    page_cell(p, SET_PREVALENCE, row, "stunted_percent", 1);
    page_bar(p, data_number(d, SET_PREVALENCE, row, "stunted_percent"), max, -1, 4);
    page_put_children(p, row);
    page_cell(p, SET_PREVALENCE, row, "measured", 0);
    bool service = strcmp(data_text(d, SET_PREVALENCE, row, "system"), "e-ppgbm") == 0;
    int at =
        service ? data_find(d, SET_ATTENDANCE, "region", data_text(d, SET_PREVALENCE, row, "region")) : -1;
    if (at < 0)
        html_raw(p->out, STR("<td class=\"n\" data-v=\"\">–</td>"));
    else
        page_cell(p, SET_ATTENDANCE, at, "percent", 1);
    static const char *const fields[] = {"severely_stunted_percent", "underweight_percent", "wasted_percent",
                                         "overweight_percent"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        page_cell(p, SET_PREVALENCE, row, fields[i], 1);
    html_raw(p->out, STR("</tr>\n"));
}

/* One table for each system: figures of different systems are never set beside each other. */
void block_prevalence(struct page *p)
{
    const struct head heads[] = {
        {words_say("Kabupaten/kota", "Regency or city"), false, false},
        {"Stunting (%)", true, false},
        {words_say("0–tertinggi", "0–highest"), false, true},
        {words_say("Selang 95 %", "95 % interval"), true, true},
        {words_say("Baduta stunting (%)", "Under-twos stunted (%)"), true, false},
        {words_say("Sejak tahun lalu (poin)", "Since last year (points)"), true, false},
        {words_say("Balita diukur", "Measured"), true, false},
        {"D/S (%)", true, false},
        {words_say("Sangat pendek (%)", "Severely stunted (%)"), true, false},
        {words_say("Berat kurang (%)", "Underweight (%)"), true, false},
        {words_say("Gizi kurang (%)", "Wasted (%)"), true, false},
        {words_say("Gizi lebih (%)", "Overweight (%)"), true, false}};
    const struct data *d = p->data;
    int rows = data_rows(d, SET_PREVALENCE);
    if (rows == 0)
        put_nothing(p);
    double max = 0;
    for (int i = 0; i < rows; i++)
        max = data_number(d, SET_PREVALENCE, i, "stunted_percent") > max
                  ? data_number(d, SET_PREVALENCE, i, "stunted_percent")
                  : max;
    for (int i = 0; i < rows; i++) {
        const char *system = data_text(d, SET_PREVALENCE, i, "system");
        if (i == 0 || strcmp(system, data_text(d, SET_PREVALENCE, i - 1, "system")) != 0) {
            struct str caption = arena_printf(p->arena, words_say("Menurut %s", "By %s"), system);
            html_put(p->out, "<h3>%s</h3>\n", arena_cstr(p->arena, caption));
            page_table(p, arena_cstr(p->arena, caption), HEADS(heads));
        }
        put_child_figures(p, i, max);
        if (i + 1 == rows || strcmp(system, data_text(d, SET_PREVALENCE, i + 1, "system")) != 0)
            page_table_end(p);
    }
}

/* --- convergence --- */

void block_convergence(struct page *p)
{
    const struct head heads[] = {
        {words_say("Kabupaten/kota", "Regency or city"), false, false},
        {words_say("Triwulan", "Quarter"), false, false},
        {words_say("Tingkat konvergensi (%)", "Level of convergence (%)"), true, false},
        {"0–100 %", false, true},
        {words_say("Diterima", "Received"), true, false},
        {words_say("Seharusnya", "Due"), true, false},
        {words_say("Paket lengkap (%)", "Complete package (%)"), true, false},
        {"0–100 %", false, true},
        {words_say("Orang lengkap", "Persons complete"), true, false},
        {words_say("Orang", "Persons"), true, false}};
    const struct data *d = p->data;
    if (data_rows(d, SET_CONVERGENCE) == 0) {
        put_nothing(p);
        return;
    }
    page_table(p,
               words_say("Konvergensi layanan menurut kabupaten/kota", "Convergence of services by regency"),
               HEADS(heads));
    for (int i = 0; i < data_rows(d, SET_CONVERGENCE); i++) {
        put_region(p, SET_CONVERGENCE, i);
        html_put(p->out, "<td class=\"whole\">%s</td>", data_text(d, SET_CONVERGENCE, i, "period"));
        page_cell(p, SET_CONVERGENCE, i, "percent", 1);
        page_bar(p, data_number(d, SET_CONVERGENCE, i, "percent"), 100, -1, 1);
        page_cell(p, SET_CONVERGENCE, i, "received", 0);
        page_cell(p, SET_CONVERGENCE, i, "due", 0);
        page_cell(p, SET_CONVERGENCE, i, "complete_percent", 1);
        page_bar(p, data_number(d, SET_CONVERGENCE, i, "complete_percent"), 100, -1, 1);
        page_cell(p, SET_CONVERGENCE, i, "complete", 0);
        page_cell(p, SET_CONVERGENCE, i, "persons", 0);
        html_raw(p->out, STR("</tr>\n"));
    }
    page_table_end(p);
}

/* --- data received --- */

static void put_absent(struct page *p, const char *form)
{
    const struct data *d = p->data;
    bool any = false;
    for (int i = 0; i < data_rows(d, SET_COMPLETENESS); i++) {
        if (data_true(d, SET_COMPLETENESS, i, "received") ||
            strcmp(data_text(d, SET_COMPLETENESS, i, "form"), form) != 0)
            continue;
        html_put(p->out, any ? ", %s" : "%s", words_short(data_text(d, SET_COMPLETENESS, i, "region_name")));
        any = true;
    }
    if (!any)
        html_raw(p->out, STR("–"));
}

void block_forms(struct page *p)
{
    const struct head heads[] = {{words_say("Instansi", "Agency"), false, false},
                                 {words_say("Formulir", "Form"), false, false},
                                 {words_say("Diterima", "Received"), true, false},
                                 {words_say("Wajib", "Due"), true, false},
                                 {"0–100 %", false, true},
                                 {words_say("Baris ditolak (%)", "Rows rejected (%)"), true, false},
                                 {words_say("Baris ditolak", "Rows rejected"), true, false},
                                 {words_say("Baris diterima", "Rows accepted"), true, false},
                                 {words_say("Belum mengirim", "Did not send"), false, true}};
    const struct data *d = p->data;
    if (data_rows(d, SET_FORMS) == 0) {
        put_nothing(p);
        return;
    }
    page_table(p, words_say("Formulir yang diterima, menurut instansi", "Forms received, by agency"),
               HEADS(heads));
    for (int i = 0; i < data_rows(d, SET_FORMS); i++) {
        html_put(p->out, "<tr><th scope=\"row\">%s</th><td class=\"whole\">%s</td>",
                 data_text(d, SET_FORMS, i, "agency"), data_text(d, SET_FORMS, i, "form"));
        page_cell(p, SET_FORMS, i, "received", 0);
        page_cell(p, SET_FORMS, i, "due", 0);
        page_bar(p, data_number(d, SET_FORMS, i, "received"), data_number(d, SET_FORMS, i, "due"), -1, 1);
        page_cell(p, SET_FORMS, i, "rejected_percent", 1);
        page_cell(p, SET_FORMS, i, "rejected", 0);
        page_cell(p, SET_FORMS, i, "records", 0);
        html_raw(p->out, STR("<td class=\"text\">"));
        put_absent(p, data_text(d, SET_FORMS, i, "form"));
        html_raw(p->out, STR("</td></tr>\n"));
    }
    page_table_end(p);
}

/* --- definitions, method --- */

static void put_definition(struct page *p, int i)
{
    const struct data *d = p->data;
    html_put(p->out, "<tr><td>%s</td><th scope=\"row\"><a href=\"#i-%s\">%s</a></th>",
             data_text(d, SET_INDICATORS, i, "code"), data_text(d, SET_INDICATORS, i, "code"),
             page_indicator(p, i));
    html_put(p->out, "<td class=\"text\">%s (%s)</td><td class=\"text\">%s (%s)</td>",
             data_text(d, SET_INDICATORS, i, "numerator_definition"),
             data_text(d, SET_INDICATORS, i, "numerator_owner"),
             data_text(d, SET_INDICATORS, i, "denominator_definition"),
             data_text(d, SET_INDICATORS, i, "denominator_owner"));
    html_put(p->out, "<td class=\"n\">%s</td><td class=\"text\">%s</td><td class=\"text\">%s</td></tr>\n",
             page_target(p, i), data_text(d, SET_INDICATORS, i, "target_source"),
             data_text(d, SET_INDICATORS, i, "definition_source"));
}

void block_definitions(struct page *p)
{
    const struct head heads[] = {{words_say("Kode", "Code"), false, false},
                                 {words_say("Indikator", "Indicator"), false, false},
                                 {words_say("Pembilang (pemilik)", "Numerator (owner)"), false, true},
                                 {words_say("Penyebut (pemilik)", "Denominator (owner)"), false, true},
                                 {"Target", true, true},
                                 {words_say("Sumber target", "Source of the target"), false, true},
                                 {words_say("Sumber definisi", "Source of the definition"), false, true}};
    const struct data *d = p->data;
    html_raw(p->out, STR("<dl>\n"));
    for (int i = 0; i < data_rows(d, SET_COMPONENTS); i++) {
        const char *component = data_text(d, SET_COMPONENTS, i, "component");
        html_put(p->out, "<dt>%s</dt><dd>%s</dd>\n", words_component(component),
                 words_component_meaning(component));
    }
    html_raw(p->out, STR("</dl>\n"));
    html_put(
        p->out, "<p class=\"soft\">%s</p>\n",
        words_say(
            "≤ target yang tidak boleh dilampaui; * target yang belum diverifikasi petugas.",
            "≤ a target that is not to be exceeded; * a target that no officer has verified. Definitions are "
            "in Indonesian."));
    page_table(p, words_say("Definisi indikator dan target", "Definitions of indicators and targets"),
               HEADS(heads));
    for (int i = 0; i < data_rows(d, SET_INDICATORS); i++)
        put_definition(p, i);
    page_table_end(p);
}

void block_method(struct page *p)
{
    const struct data *d = p->data;
    html_put(p->out,
             words_say("<li>Instrumen: %s (%s), %s. Sumber: %s.</li>\n",
                       "<li>Instrument: %s (%s), %s. Source: %s.</li>\n"),
             data_text(d, SET_HEAD, 0, "name"), data_text(d, SET_HEAD, 0, "instrument"),
             data_true(d, SET_HEAD, 0, "confirmed") ? words_say("sudah dikonfirmasi", "confirmed")
                                                    : words_say("belum dikonfirmasi", "not confirmed"),
             data_text(d, SET_HEAD, 0, "source"));
    if (d->edition)
        html_put(p->out,
                 words_say("<li>Edisi %s; sidik SHA-256 semua barisnya: <code>%s</code>.</li>\n",
                           "<li>Edition %s; SHA-256 of all its rows: <code>%s</code>.</li>\n"),
                 data_text(d, SET_EDITION, 0, "number"), data_text(d, SET_EDITION, 0, "checksum"));
    if (*data_text(d, SET_EDITION, 0, "former"))
        html_put(p->out,
                 words_say("<li>Dibandingkan dengan edisi %s: %s (lembar Perubahan dalam buku kerja).</li>\n",
                           "<li>Beside edition %s: %s (sheet Perubahan of the workbook).</li>\n"),
                 data_text(d, SET_EDITION, 0, "former"), shown_counts(d, p->arena));
    html_put(
        p->out,
        words_say("<li>Dasar: %s kiriman yang berlaku, %s berkas; sidik SHA-256 dari daftar sidik berkas "
                  "itu: <code>%s</code>.</li>\n",
                  "<li>Basis: %s current submissions, %s files; SHA-256 of the list of their SHA-256: "
                  "<code>%s</code>.</li>\n"),
        page_number(p, SET_LINEAGE, 0, "submissions", 0), page_number(p, SET_LINEAGE, 0, "files", 0),
        data_text(d, SET_LINEAGE, 0, "fingerprint"));
}
