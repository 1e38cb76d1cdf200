/* The first screen of the page: who is weakest, at what and why. */
#include "page.h"

#include <string.h>

/* --- four figures --- */

static void put_figure(struct page *p, const char *label, const char *field, const char *note)
{
    html_put(p->out, "<li><span class=\"label\">%s</span> <strong>%s%s</strong> <span>%s</span></li>\n",
             label, page_number(p, SET_FIGURES, 0, field, 1),
             data_null(p->data, SET_FIGURES, 0, field) ? "" : " %", note);
}

static const char *count(struct page *p, const char *field)
{
    return page_number(p, SET_FIGURES, 0, field, 0);
}

/* What last year's review had of the stunted. */
static const char *last_year(struct page *p)
{
    int at = page_movement(p, p->data->province, "prevalence", "stunted");
    if (at < 0)
        return "";
    return arena_printf(p->arena, words_say("; tahun lalu %s %%", "; last year %s %%"),
                        page_number(p, SET_MOVEMENT, at, "last_percent", 1))
        .ptr;
}

/* Children measured of those targeted, over the kabupaten whose target children are known. */
static const char *attendance(struct page *p)
{
    double weighed = 0, targeted = 0;
    for (int i = 0; i < data_rows(p->data, SET_ATTENDANCE); i++) {
        weighed += data_number(p->data, SET_ATTENDANCE, i, "weighed");
        targeted += data_number(p->data, SET_ATTENDANCE, i, "targeted");
    }
    if (targeted <= 0)
        return words_say("; anak sasaran (D/S) tidak diketahui", "; target children (D/S) unknown");
    return arena_cstr(
        p->arena, arena_printf(p->arena, "; D/S %s %%", words_number(p->arena, 100 * weighed / targeted, 1)));
}

static void put_figures(struct page *p)
{
    struct arena *a = p->arena;
#define NOTE(...) arena_cstr(a, arena_printf(a, __VA_ARGS__))
    html_raw(p->out, STR("<ul class=\"figures\">\n"));
    put_figure(p, words_say("Balita stunting (e-PPGBM)", "Stunted under-fives (e-PPGBM)"), "stunted_percent",
               NOTE(words_say("%s dari %s balita diukur%s%s", "%s of %s children measured%s%s"),
                    count(p, "stunted"), count(p, "measured"), attendance(p), last_year(p)));
    put_figure(
        p, words_say("Target cakupan tercapai", "Coverage targets reached"), "reached_percent",
        NOTE(words_say("%s dari %s pasangan daerah dan indikator", "%s of %s pairs of regency and indicator"),
             count(p, "reached"), count(p, "compared")));
    put_figure(p, words_say("Paket layanan lengkap", "Complete package of services"), "complete_percent",
               NOTE(words_say("%s dari %s ibu hamil dan anak 0–23 bulan",
                              "%s of %s pregnant women and children of 0–23 months"),
                    count(p, "complete"), count(p, "persons")));
    put_figure(
        p, words_say("Formulir diterima", "Forms received"), "forms_percent",
        NOTE(words_say("%s dari %s yang wajib", "%s of %s due"), count(p, "forms"), count(p, "forms_due")));
    html_raw(p->out, STR("</ul>\n"));
#undef NOTE
}

/* --- who, at what, why --- */

static void put_place(struct page *p, int row, bool weak)
{
    const struct data *d = p->data;
    const char *region = data_text(d, SET_RANKING, row, "region");
    html_put(
        p->out,
        "<li><p class=\"who\"><span class=\"rank\">%s</span> <a href=\"#k-%s\">%s</a> <b>%s</b></p>\n<ul>",
        data_text(d, SET_RANKING, row, "rank"), page_id(p, region),
        data_text(d, SET_RANKING, row, "region_name"),
        page_score(p, data_number(d, SET_RANKING, row, "score")));
    static const char *const places[] = {"1", "2"};
    for (int i = 0; i < 2; i++) {
        int at = page_aspect(p, region, weak ? "weak" : "strong", places[i]);
        if (at < 0)
            continue;
        html_raw(p->out, STR("<li>"));
        page_put_aspect(p, at);
        html_raw(p->out, STR("</li>\n"));
    }
    if (weak)
        page_put_loss(p, row, "<li class=\"soft\">", "</li>\n");
    if (weak && *data_text(d, SET_RANKING, row, "missing"))
        html_put(p->out,
                 words_say("<li class=\"soft\">tanpa data: %s</li>", "<li class=\"soft\">no data: %s</li>"),
                 page_components(p, data_text(d, SET_RANKING, row, "missing")));
    html_raw(p->out, STR("</ul></li>\n"));
}

static void put_ends(struct page *p)
{
    int n = data_rows(p->data, SET_RANKING), weak = n < 6 ? (n + 1) / 2 : 3, strong = n < 6 ? n / 2 : 3;
    html_put(p->out, "<div class=\"end weak\"><h3>%s</h3><ol>\n",
             words_say("Terbawah, dan yang paling lemah di sana", "Lowest, and what is weakest there"));
    for (int i = 0; i < weak; i++)
        put_place(p, n - 1 - i, true);
    html_put(p->out, "</ol></div>\n<div class=\"end strong\"><h3>%s</h3><ol>\n",
             words_say("Teratas, dan yang paling kuat di sana", "Highest, and what is strongest there"));
    for (int i = 0; i < strong; i++)
        put_place(p, i, false);
    html_raw(p->out, STR("</ol></div>\n"));
}

/* --- the weakest indicators of the province --- */

/* The kabupaten that is worst at an indicator, as a row of SET_COVERAGE; -1 without any. */
static int worst(struct page *p, int indicator)
{
    const struct data *d = p->data;
    int found = -1, sign = page_down(p, indicator) ? -1 : 1;
    for (int r = 0; r < data_rows(d, SET_REGENCIES); r++) {
        int at = page_coverage(p, r, indicator);
        if (at >= 0 && (found < 0 || sign * (data_number(d, SET_COVERAGE, at, "percent") -
                                             data_number(d, SET_COVERAGE, found, "percent")) <
                                         0))
            found = at;
    }
    return found;
}

static void put_indicator(struct page *p, int i)
{
    const struct data *d = p->data;
    html_put(p->out, "<tr><th scope=\"row\"><a href=\"#i-%s\">%s</a></th>",
             data_text(d, SET_INDICATORS, i, "code"), page_indicator(p, i));
    int at = worst(p, i);
    int r = at < 0 ? -1 : data_find(d, SET_REGENCIES, "region", data_text(d, SET_COVERAGE, at, "region"));
    if (r < 0)
        html_raw(p->out, STR("<td>–</td>"));
    else
        html_put(p->out, "<td class=\"whole\"><a href=\"#k-%s\">%s</a> <b>%s %%</b></td>",
                 page_id(p, data_text(d, SET_COVERAGE, at, "region")),
                 words_short(data_text(d, SET_REGENCIES, r, "region_name")),
                 page_number(p, SET_COVERAGE, at, "percent", 1));
    page_cell(p, SET_INDICATORS, i, "percent", 1);
    html_put(p->out, "<td class=\"n\">%s</td><td class=\"n\">%s/%s</td></tr>\n", page_target(p, i),
             data_text(d, SET_INDICATORS, i, "reached"), data_text(d, SET_INDICATORS, i, "compared"));
}

/* Those farthest from their targets in the province as a whole, first. */
static void put_indicators(struct page *p)
{
    const struct head heads[] = {{words_say("Indikator", "Indicator"), false, true},
                                 {words_say("Paling lemah di", "Weakest in"), false, true},
                                 {words_say("Provinsi (%)", "Province (%)"), true, true},
                                 {"Target", true, true},
                                 {words_say("Daerah yang mencapai", "Regencies that reach it"), true, true}};
    enum { MOST = 5 };
    int taken[MOST] = {0}, n = 0;
    while (n < MOST && (taken[n] = page_farthest(p, taken, n)) >= 0)
        n++;
    if (n == 0)
        return;
    const char *title = words_say("Terlemah di seluruh provinsi", "Weakest in the whole province");
    html_put(p->out, "<div class=\"province\"><h3>%s</h3>\n", title);
    page_table(p, title, heads, (int)(sizeof heads / sizeof *heads));
    for (int i = 0; i < n; i++)
        put_indicator(p, taken[i]);
    page_table_end(p);
    html_raw(p->out, STR("</div>\n"));
}

static void put_missing(struct page *p)
{
    const struct data *d = p->data;
    bool any = false;
    for (int i = 0; i < data_rows(d, SET_REGENCIES); i++) {
        const char *forms = page_forms_missing(p, data_text(d, SET_REGENCIES, i, "region"));
        if (!*forms)
            continue;
        if (!any)
            html_put(p->out, "<div class=\"absent\"><h3>%s</h3><ul>\n",
                     words_say("Yang belum dikirim", "What was not sent"));
        any = true;
        html_put(p->out, "<li><b>%s</b>: %s</li>\n",
                 words_short(data_text(d, SET_REGENCIES, i, "region_name")), forms);
    }
    if (any)
        html_raw(p->out, STR("</ul></div>\n"));
}

void block_summary(struct page *p)
{
    const struct data *d = p->data;
    int last = data_rows(d, SET_RANKING) - 1;
    int at = page_aspect(p, data_text(d, SET_RANKING, last, "region"), "weak", "1");
    html_put(p->out,
             words_say("<p class=\"lead\">Peringkat terakhir: <b>%s</b>, nilai %s dari 100.",
                       "<p class=\"lead\">Ranked last: <b>%s</b>, score %s of 100."),
             data_text(d, SET_RANKING, last, "region_name"),
             page_score(p, data_number(d, SET_RANKING, last, "score")));
    if (at >= 0 && !data_true(d, SET_ASPECTS, at, "reached")) {
        html_raw(p->out, str_c(words_say(" Paling jauh dari target: ", " Farthest from its target: ")));
        page_put_aspect(p, at);
        html_raw(p->out, STR("."));
    }
    page_put_loss(p, last, " ", ".");
    html_raw(p->out, STR("</p>\n"));
    put_figures(p);
    html_raw(p->out, STR("<div class=\"ends\">\n"));
    put_ends(p);
    html_raw(p->out, STR("</div>\n<div class=\"ends\">\n"));
    put_indicators(p);
    put_missing(p);
    html_raw(p->out, STR("</div>\n"));
}
