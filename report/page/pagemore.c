/* What the page shows beside the figures themselves: last year's, priority villages, whom to learn from, who
 * was late. */
#include "page.h"

#include <string.h>

/* "+1,3" or "−0,4": points more or less. */
static const char *signed_number(struct page *p, enum set set, int row, const char *field)
{
    double change = data_number(p->data, set, row, field);
    const char *digits = words_number(p->arena, change < 0 ? -change : change, 1);
    if (strcmp(digits, words_number(p->arena, 0, 1)) == 0)
        return "±0";
    return arena_printf(p->arena, "%s%s", change < 0 ? "−" : "+", digits).ptr;
}

/* --- since last year --- */

int page_movement(const struct page *p, const char *region, const char *figure, const char *subject)
{
    const struct data *d = p->data;
    for (int i = 0; i < data_rows(d, SET_MOVEMENT); i++)
        if (strcmp(data_text(d, SET_MOVEMENT, i, "region"), region) == 0 &&
            strcmp(data_text(d, SET_MOVEMENT, i, "figure"), figure) == 0 &&
            strcmp(data_text(d, SET_MOVEMENT, i, "subject"), subject) == 0)
            return i;
    return -1;
}

void page_put_climb(struct page *p, int row)
{
    const struct data *d = p->data;
    int at = data_find(d, SET_MOVED, "region", data_text(d, SET_RANKING, row, "region"));
    html_put(p->out, "<td class=\"n whole\" data-v=\"%s\">%s", data_text(d, SET_RANKING, row, "rank"),
             data_text(d, SET_RANKING, row, "rank"));
    if (at >= 0) {
        int climbed = (int)data_number(d, SET_MOVED, at, "places");
        struct str told = arena_printf(p->arena, words_say("tahun %s peringkat %s", "in %s ranked %s"),
                                       data_text(d, SET_MOVED, at, "year_before"),
                                       data_text(d, SET_MOVED, at, "rank_before"));
        html_put(
            p->out, " <small class=\"climb\" title=\"%s\">%s%s<span class=\"unseen\"> (%s)</span></small>",
            told.ptr,
            climbed > 0   ? "▲"
            : climbed < 0 ? "▼"
                          : "=",
            climbed == 0 ? "" : arena_printf(p->arena, "%d", climbed < 0 ? -climbed : climbed).ptr, told.ptr);
    }
    html_raw(p->out, STR("</td>"));
}

void page_put_change(struct page *p, int at)
{
    if (at < 0) {
        html_raw(p->out, STR("<td class=\"n\" data-v=\"\">–</td>"));
        return;
    }
    html_put(p->out, "<td class=\"n\" data-v=\"%s\">%s%s</td>",
             data_text(p->data, SET_MOVEMENT, at, "change"), signed_number(p, SET_MOVEMENT, at, "change"),
             data_true(p->data, SET_MOVEMENT, at, "comparable") ? "" : "°");
}

void page_put_children(struct page *p, int row)
{
    const struct data *d = p->data;
    const char *region = data_text(d, SET_PREVALENCE, row, "region"),
               *system = data_text(d, SET_PREVALENCE, row, "system");
    int at = -1;
    for (int i = 0; i < data_rows(d, SET_PAGE_CHILDREN) && at < 0; i++)
        if (strcmp(data_text(d, SET_PAGE_CHILDREN, i, "region"), region) == 0 &&
            strcmp(data_text(d, SET_PAGE_CHILDREN, i, "system"), system) == 0)
            at = i;
    if (at < 0 || data_null(d, SET_PAGE_CHILDREN, at, "lower_bound"))
        html_raw(p->out, STR("<td class=\"n\">–</td><td class=\"n\" data-v=\"\">–</td>"));
    else {
        html_put(p->out, "<td class=\"n soft\">%s–%s</td>",
                 page_number(p, SET_PAGE_CHILDREN, at, "lower_bound", 1),
                 page_number(p, SET_PAGE_CHILDREN, at, "upper_bound", 1));
        page_cell(p, SET_PAGE_CHILDREN, at, "under2_percent", 1);
    }
    page_put_change(p,
                    strcmp(system, "e-ppgbm") == 0 ? page_movement(p, region, "prevalence", "stunted") : -1);
}

/* "stunting 24,1 → 21,7 %" */
static void put_step(struct page *p, const char *before, const char *name, int at)
{
    html_put(p->out, "%s%s %s → <b>%s %%</b>%s", before, name,
             page_number(p, SET_MOVEMENT, at, "last_percent", 1),
             page_number(p, SET_MOVEMENT, at, "percent", 1),
             data_true(p->data, SET_MOVEMENT, at, "comparable") ? "" : "°");
}

/* Whether an indicator did better than last year: 1, worse: -1, the same or without direction: 0. */
static int better(struct page *p, int at)
{
    const struct data *d = p->data;
    int indicator = data_find(d, SET_INDICATORS, "code", data_text(d, SET_MOVEMENT, at, "subject"));
    double change = data_number(d, SET_MOVEMENT, at, "change");
    if (indicator < 0 || !(change < 0 || change > 0))
        return 0;
    return (change > 0) != page_down(p, indicator) ? 1 : -1;
}

/* How many coverages became better and worse, and which lost most points. */
static void put_coverages(struct page *p, const char *region, const char *before)
{
    const struct data *d = p->data;
    int up = 0, down = 0, most = -1;
    double lost = 0;
    for (int i = 0; i < data_rows(d, SET_MOVEMENT); i++) {
        if (strcmp(data_text(d, SET_MOVEMENT, i, "region"), region) != 0 ||
            strcmp(data_text(d, SET_MOVEMENT, i, "figure"), "coverage") != 0)
            continue;
        int step = better(p, i);
        double change = data_number(d, SET_MOVEMENT, i, "change");
        up += step > 0;
        down += step < 0;
        if (step < 0 && (change < 0 ? -change : change) > lost) {
            lost = change < 0 ? -change : change;
            most = i;
        }
    }
    if (up + down == 0)
        return;
    html_put(p->out,
             words_say("%scakupan membaik di %d, memburuk di %d indikator",
                       "%scoverage better at %d, worse at %d indicators"),
             before, up, down);
    if (most >= 0) {
        const char *code = data_text(d, SET_MOVEMENT, most, "subject");
        html_put(p->out, words_say("; paling memburuk: ", "; worst: "));
        html_put(p->out,
                 words_say("<a href=\"#i-%s\">%s</a> (%s poin)", "<a href=\"#i-%s\">%s</a> (%s points)"),
                 code, page_indicator(p, data_find(d, SET_INDICATORS, "code", code)),
                 signed_number(p, SET_MOVEMENT, most, "change"));
    }
}

void page_put_since(struct page *p, const char *region)
{
    const struct data *d = p->data;
    int stunted = page_movement(p, region, "prevalence", "stunted"),
        services = page_movement(p, region, "convergence", ""),
        rank = data_find(d, SET_MOVED, "region", region);
    const char *before = "";
    bool any = false;
    for (int i = 0; i < data_rows(d, SET_MOVEMENT) && !any; i++)
        any = strcmp(data_text(d, SET_MOVEMENT, i, "region"), region) == 0;
    if (!any && rank < 0)
        return;
    html_put(p->out, "<li>%s", words_say("Sejak tahun lalu: ", "Since last year: "));
    if (rank >= 0) {
        int row = data_find(d, SET_RANKING, "region", region);
        html_put(p->out, words_say("peringkat %s → <b>%s</b>", "rank %s → <b>%s</b>"),
                 data_text(d, SET_MOVED, rank, "rank_before"), data_text(d, SET_RANKING, row, "rank"));
        before = "; ";
    }
    if (stunted >= 0) {
        put_step(p, before, "stunting", stunted);
        before = "; ";
    }
    if (services >= 0) {
        put_step(p, before, words_say("layanan diterima", "services received"), services);
        before = "; ";
    }
    put_coverages(p, region, before);
    html_raw(p->out, STR("</li>\n"));
}

/* --- of an indicator --- */

void page_put_beside(struct page *p, int indicator)
{
    const struct data *d = p->data;
    const char *code = data_text(d, SET_INDICATORS, indicator, "code");
    int moved = page_movement(p, d->province, "coverage", code),
        lokus = data_find(d, SET_PAGE_LOKUS, "indicator", code);
    if (moved >= 0)
        html_put(
            p->out,
            words_say("; tahun lalu: <b>%s %%</b> (%s poin%s)", "; last year: <b>%s %%</b> (%s points%s)"),
            page_number(p, SET_MOVEMENT, moved, "last_percent", 1),
            signed_number(p, SET_MOVEMENT, moved, "change"),
            data_true(d, SET_MOVEMENT, moved, "comparable") ? "" : "°");
    if (lokus >= 0)
        html_put(p->out,
                 words_say("; desa lokus: <b>%s %%</b>, desa lain: <b>%s %%</b>",
                           "; priority villages: <b>%s %%</b>, other villages: <b>%s %%</b>"),
                 page_number(p, SET_PAGE_LOKUS, lokus, "lokus", 1),
                 page_number(p, SET_PAGE_LOKUS, lokus, "other", 1));
}

void page_put_peers(struct page *p, const char *region, const char *indicator)
{
    const struct data *d = p->data;
    bool any = false;
    for (int i = 0; i < data_rows(d, SET_PEERS); i++) {
        if (strcmp(data_text(d, SET_PEERS, i, "region"), region) != 0 ||
            strcmp(data_text(d, SET_PEERS, i, "indicator"), indicator) != 0)
            continue;
        html_put(p->out, "%s<a href=\"#k-%s\">%s</a> (%s%s %%)",
                 any ? ", " : words_say("; belajar dari ", "; learn from "),
                 page_id(p, data_text(d, SET_PEERS, i, "peer")),
                 words_short(data_text(d, SET_PEERS, i, "peer_name")),
                 data_true(d, SET_PEERS, i, "is_neighbour") ? words_say("tetangga, ", "neighbour, ") : "",
                 page_number(p, SET_PEERS, i, "peer_percent", 1));
        any = true;
    }
}

/* --- who was late --- */

void page_put_late(struct page *p, const char *region)
{
    const struct data *d = p->data;
    bool any = false;
    for (int i = 0; i < data_rows(d, SET_PAGE_LATE); i++) {
        if (strcmp(data_text(d, SET_PAGE_LATE, i, "region"), region) != 0)
            continue;
        html_raw(p->out, str_c(any ? ", " : words_say("<li>Terlambat: ", "<li>Late: ")));
        html_put(p->out, words_say("%s (%s, %s hari)", "%s (%s, %s days)"),
                 data_text(d, SET_PAGE_LATE, i, "agency_name"), data_text(d, SET_PAGE_LATE, i, "form"),
                 data_text(d, SET_PAGE_LATE, i, "days_late"));
        any = true;
    }
    if (any)
        html_raw(p->out, STR("</li>\n"));
}

void block_punctuality(struct page *p)
{
    const struct head heads[] = {{words_say("Instansi", "Agency"), false, false},
                                 {words_say("Tepat waktu (%)", "In time (%)"), true, false},
                                 {"0–100 %", false, true},
                                 {words_say("Tepat waktu", "In time"), true, false},
                                 {words_say("Terlambat", "Late"), true, false},
                                 {words_say("Bertenggat", "With a deadline"), true, false},
                                 {words_say("Terlama (hari)", "Longest delay (days)"), true, false},
                                 {words_say("Datang", "Came"), true, false},
                                 {words_say("Wajib", "Due"), true, false}};
    const struct data *d = p->data;
    double deadlines = 0;
    for (int i = 0; i < data_rows(d, SET_PAGE_PUNCTUALITY); i++)
        deadlines += data_number(d, SET_PAGE_PUNCTUALITY, i, "with_deadline");
    if (!(deadlines > 0)) {
        html_put(p->out, "<p>%s</p>\n",
                 words_say("Untuk tahun ini tidak ada tenggat yang dicatat.",
                           "No deadlines of this year are recorded."));
        return;
    }
    page_table(p, words_say("Ketepatan waktu menurut instansi", "Punctuality by agency"), heads,
               (int)(sizeof heads / sizeof *heads));
    for (int i = 0; i < data_rows(d, SET_PAGE_PUNCTUALITY); i++) {
        html_put(p->out, "<tr><th scope=\"row\">%s</th>",
                 data_text(d, SET_PAGE_PUNCTUALITY, i, "agency_name"));
        page_cell(p, SET_PAGE_PUNCTUALITY, i, "on_time_percent", 1);
        page_bar(p, data_number(d, SET_PAGE_PUNCTUALITY, i, "on_time_percent"), 100, -1, 1);
        static const char *const fields[] = {"on_time",       "late",     "with_deadline",
                                             "longest_delay", "received", "due"};
        for (size_t k = 0; k < sizeof fields / sizeof *fields; k++)
            page_cell(p, SET_PAGE_PUNCTUALITY, i, fields[k], 0);
        html_raw(p->out, STR("</tr>\n"));
    }
    page_table_end(p);
}
