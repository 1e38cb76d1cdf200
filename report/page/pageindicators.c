/* Parts of the page about indicators: each by itself, as tiles and as bars, and all of them as a heat map. */
#include "page.h"

#include <stdlib.h>
#include <string.h>

static int class_of(struct page *p, int at)
{
    return at < 0 ? 0 : (int)data_number(p->data, SET_COVERAGE, at, "class"); /* null is 0 */
}

static void put_legend(struct page *p)
{
    html_put(p->out,
             "<ul class=\"legend\"><li class=\"c1\">%s</li><li class=\"c2\">%s</li><li "
             "class=\"c3\">%s</li><li class=\"c4\">%s</li>"
             "<li class=\"c0\">%s</li></ul>\n",
             words_say("tercapai", "reached"), words_say("90–100 % target", "90–100 % of target"),
             words_say("75–90 % target", "75–90 % of target"), words_say("di bawah 75 %", "below 75 %"),
             words_say("tanpa data atau target", "no data or target"));
}

/* --- one by one --- */

/* Kabupaten by what they reached, the worst first; those without a figure last, in the order of codes. */
struct place {
    int regency, at;
    double value;
};

static int by_value(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->value < y->value || x->value > y->value)
        return x->value < y->value ? -1 : 1;
    return x->regency - y->regency;
}

static struct place *places(struct page *p, int indicator, double *most)
{
    const struct data *d = p->data;
    int n = data_rows(d, SET_REGENCIES), sign = page_down(p, indicator) ? -1 : 1;
    struct place *place = arena_alloc(p->arena, ((size_t)n + 1) * sizeof *place);
    for (int r = 0; r < n; r++) {
        int at = page_coverage(p, r, indicator);
        double percent = at < 0 ? 0 : data_number(d, SET_COVERAGE, at, "percent");
        place[r] = (struct place){r, at, at < 0 ? 1e300 : sign * percent};
        if (percent > *most)
            *most = percent;
    }
    qsort(place, (size_t)n, sizeof *place, by_value);
    return place;
}

static void put_tiles(struct page *p, int indicator)
{
    html_raw(p->out, STR("<ul class=\"tiles\">"));
    for (int r = 0; r < data_rows(p->data, SET_REGENCIES); r++) {
        int at = page_coverage(p, r, indicator);
        html_put(p->out, "<li class=\"c%d\">%s <b>%s</b></li>", class_of(p, at),
                 words_short(data_text(p->data, SET_REGENCIES, r, "region_name")),
                 at < 0 ? "–" : page_number(p, SET_COVERAGE, at, "percent", 1));
    }
    html_raw(p->out, STR("</ul>\n"));
}

static void put_bars(struct page *p, int indicator)
{
    const struct head heads[] = {{words_say("Kabupaten/kota", "Regency or city"), false, false},
                                 {"%", true, false},
                                 {words_say("garis: target", "line: target"), false, true},
                                 {words_say("Pembilang", "Numerator"), true, false},
                                 {words_say("Penyebut", "Denominator"), true, false},
                                 {words_say("Sejak tahun lalu", "Since last year"), true, false}};
    const struct data *d = p->data;
    double most = data_number(d, SET_INDICATORS, indicator, "target");
    struct place *place = places(p, indicator, &most);
    double max = page_down(p, indicator) ? most * 1.05 : most > 100 ? most : 100;
    page_table(p, page_indicator(p, indicator), heads, (int)(sizeof heads / sizeof *heads));
    for (int i = 0; i < data_rows(d, SET_REGENCIES); i++) {
        int at = place[i].at, r = place[i].regency;
        html_put(p->out, "<tr><th scope=\"row\"><a href=\"#k-%s\">%s</a></th>",
                 page_id(p, data_text(d, SET_REGENCIES, r, "region")),
                 words_short(data_text(d, SET_REGENCIES, r, "region_name")));
        if (at < 0) {
            html_raw(p->out,
                     STR("<td class=\"n\" data-v=\"\">–</td><td></td><td></td><td></td><td></td></tr>\n"));
            continue;
        }
        page_cell(p, SET_COVERAGE, at, "percent", 1);
        page_bar(p, data_number(d, SET_COVERAGE, at, "percent"), max,
                 data_null(d, SET_COVERAGE, at, "target") ? -1 : data_number(d, SET_COVERAGE, at, "target"),
                 class_of(p, at));
        page_cell(p, SET_COVERAGE, at, "numerator", 0);
        page_cell(p, SET_COVERAGE, at, "denominator", 0);
        page_put_change(p, page_movement(p, data_text(d, SET_REGENCIES, r, "region"), "coverage",
                                         data_text(d, SET_INDICATORS, indicator, "code")));
        html_raw(p->out, STR("</tr>\n"));
    }
    page_table_end(p);
}

static void put_indicator(struct page *p, int i)
{
    const struct data *d = p->data;
    const char *code = data_text(d, SET_INDICATORS, i, "code");
    html_put(p->out, "<article class=\"indicator\" id=\"i-%s\"><h3>%s · %s</h3>\n<p>", code, code,
             page_indicator(p, i));
    html_put(
        p->out,
        words_say("Provinsi: <b>%s%s</b>; target: <b>%s</b>", "Province: <b>%s%s</b>; target: <b>%s</b>"),
        page_number(p, SET_INDICATORS, i, "percent", 1),
        data_null(d, SET_INDICATORS, i, "percent") ? "" : " %", page_target(p, i));
    if (!data_null(d, SET_INDICATORS, i, "compared") && !data_null(d, SET_INDICATORS, i, "target"))
        html_put(
            p->out,
            words_say("; tercapai di <b>%s</b> dari %s daerah", "; reached in <b>%s</b> of %s regencies"),
            data_text(d, SET_INDICATORS, i, "reached"), data_text(d, SET_INDICATORS, i, "compared"));
    page_put_beside(p, i);
    html_put(p->out, ". <span class=\"soft\">%s</span></p>\n",
             page_down(p, i) ? words_say("Makin rendah makin baik.", "The lower, the better.")
                             : words_say("Makin tinggi makin baik.", "The higher, the better."));
    html_raw(p->out, STR("<div class=\"pair\">\n"));
    put_tiles(p, i);
    put_bars(p, i);
    html_raw(p->out, STR("</div></article>\n"));
}

void block_indicators(struct page *p)
{
    const struct data *d = p->data;
    int n = data_rows(d, SET_INDICATORS);
    if (n == 0) {
        html_put(p->out, "<p>%s</p>\n", words_say("Belum ada data.", "There is no data yet."));
        return;
    }
    html_put(p->out,
             "<p class=\"tool\" hidden=\"hidden\"><label for=\"choose\">%s</label> <select id=\"choose\">\n",
             words_say("Pilih indikator", "Choose an indicator"));
    int first = page_farthest(p, NULL, 0);
    for (int i = 0; i < n; i++) {
        const char *code = data_text(d, SET_INDICATORS, i, "code");
        html_put(p->out, "<option value=\"i-%s\">%s · %s</option>\n", code, code, page_indicator(p, i));
    }
    html_put(p->out, "</select></p>\n<div id=\"indicators\" data-first=\"i-%s\">\n",
             data_text(d, SET_INDICATORS, first < 0 ? 0 : first, "code"));
    put_legend(p);
    html_put(p->out, "<p class=\"soft\">%s</p>\n",
             words_say("Petak menurut urutan kode wilayah, bukan letaknya. * target belum diverifikasi.",
                       "Tiles in the order of region codes, not where they lie. * target not verified."));
    for (int i = 0; i < n; i++)
        put_indicator(p, i);
    html_raw(p->out, STR("</div>\n"));
}

/* --- heat map --- */

static void put_heat_head(struct page *p)
{
    const struct data *d = p->data;
    html_put(p->out,
             "<thead><tr><th scope=\"col\">%s</th><th scope=\"col\" class=\"n\">Target</th><th scope=\"col\" "
             "class=\"n\">%s</th>",
             words_say("Indikator (%)", "Indicator (%)"), words_say("Provinsi", "Province"));
    for (int r = 0; r < data_rows(d, SET_REGENCIES); r++)
        html_put(p->out, "<th scope=\"col\" class=\"turned\"><a href=\"#k-%s\">%s</a></th>",
                 page_id(p, data_text(d, SET_REGENCIES, r, "region")),
                 words_short(data_text(d, SET_REGENCIES, r, "region_name")));
    html_raw(p->out, STR("</tr></thead>\n<tbody>\n"));
}

void block_heat(struct page *p)
{
    const struct data *d = p->data;
    const char *caption = words_say("Cakupan setiap indikator di setiap kabupaten/kota, dalam persen",
                                    "Coverage of each indicator in each regency, in per cent");
    put_legend(p);
    html_put(p->out,
             "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\"><table "
             "class=\"heat\"><caption class=\"unseen\">%s</caption>",
             caption, caption);
    put_heat_head(p);
    for (int i = 0; i < data_rows(d, SET_INDICATORS); i++) {
        html_put(p->out, "<tr><th scope=\"row\"><a href=\"#i-%s\">%s</a></th><td class=\"n\">%s</td>",
                 data_text(d, SET_INDICATORS, i, "code"), page_indicator(p, i), page_target(p, i));
        page_cell(p, SET_INDICATORS, i, "percent", 1);
        for (int r = 0; r < data_rows(d, SET_REGENCIES); r++) {
            int at = page_coverage(p, r, i);
            html_put(p->out, "<td class=\"c%d\">%s</td>", class_of(p, at),
                     at < 0 ? "–" : page_number(p, SET_COVERAGE, at, "percent", 1));
        }
        html_raw(p->out, STR("</tr>\n"));
    }
    page_table_end(p);
}
