#include "page.h"
#include "shown.h"

#include "report/page/page.css.h"
#include "report/page/page.html.h"
#include "report/page/page.js.h"

#include <string.h>

/* --- what blocks share --- */

int page_coverage(const struct page *p, int regency, int indicator)
{
    return p->coverage[regency * data_rows(p->data, SET_INDICATORS) + indicator];
}

static void index_coverage(struct page *p)
{
    const struct data *d = p->data;
    int regencies = data_rows(d, SET_REGENCIES), indicators = data_rows(d, SET_INDICATORS);
    size_t cells = (size_t)regencies * (size_t)indicators;
    p->coverage = arena_alloc(p->arena, (cells + 1) * sizeof *p->coverage);
    for (size_t i = 0; i < cells; i++)
        p->coverage[i] = -1;
    for (int i = 0; i < data_rows(d, SET_COVERAGE); i++) {
        int r = data_find(d, SET_REGENCIES, "region", data_text(d, SET_COVERAGE, i, "region"));
        int k = data_find(d, SET_INDICATORS, "code", data_text(d, SET_COVERAGE, i, "indicator"));
        if (r >= 0 && k >= 0 && !data_null(d, SET_COVERAGE, i, "percent"))
            p->coverage[r * indicators + k] = i;
    }
}

const char *page_number(struct page *p, enum set set, int row, const char *field, int decimals)
{
    if (data_null(p->data, set, row, field))
        return "–";
    return words_number(p->arena, data_number(p->data, set, row, field), decimals);
}

bool page_down(const struct page *p, int indicator)
{
    return strcmp(data_text(p->data, SET_INDICATORS, indicator, "direction"), "down") == 0;
}

const char *page_target(struct page *p, int indicator)
{
    const struct data *d = p->data;
    if (data_null(d, SET_INDICATORS, indicator, "target"))
        return "–";
    double target = data_number(d, SET_INDICATORS, indicator, "target");
    struct str text = arena_printf(p->arena, "%s%s %%%s", page_down(p, indicator) ? "≤ " : "",
                                   words_number(p->arena, target, target == (double)(long)target ? 0 : 1),
                                   data_true(d, SET_INDICATORS, indicator, "verified") ? "" : "*");
    return arena_cstr(p->arena, text);
}

const char *page_score(struct page *p, double score)
{
    return words_number(p->arena, score, (int)data_number(p->data, SET_HEAD, 0, "decimals"));
}

const char *page_indicator(const struct page *p, int indicator)
{
    const char *name = data_text(p->data, SET_INDICATORS, indicator, words_say("name", "name_en"));
    return *name ? name : data_text(p->data, SET_INDICATORS, indicator, "name");
}

const char *page_id(struct page *p, const char *code)
{
    char *id = arena_cstr(p->arena, str_c(code)), *to = id;
    for (const char *from = id; *from; from++)
        if (*from != '.')
            *to++ = *from;
    *to = '\0';
    return id;
}

const char *page_components(struct page *p, const char *list)
{
    struct str rest = str_c(list), s = STR("");
    while (rest.len > 0) {
        const char *component = arena_cstr(p->arena, str_cut(&rest, ','));
        s = arena_printf(p->arena, "%.*s%s%s", STR_ARG(s), s.len ? ", " : "", words_component(component));
    }
    return arena_cstr(p->arena, s);
}

const char *page_formula(struct page *p)
{
    const struct data *d = p->data;
    struct str s = STR("");
    for (int i = 0; i < data_rows(d, SET_COMPONENTS); i++)
        s = arena_printf(p->arena, "%.*s%s%s × %s", STR_ARG(s), i ? " + " : "",
                         words_number(p->arena, data_number(d, SET_COMPONENTS, i, "weight"), 2),
                         words_component(data_text(d, SET_COMPONENTS, i, "component")));
    return arena_cstr(p->arena, s);
}

const char *page_forms_missing(struct page *p, const char *region)
{
    const struct data *d = p->data;
    struct str s = STR("");
    for (int i = 0; i < data_rows(d, SET_COMPLETENESS); i++) {
        if (data_true(d, SET_COMPLETENESS, i, "received") ||
            strcmp(data_text(d, SET_COMPLETENESS, i, "region"), region) != 0)
            continue;
        const char *form = data_text(d, SET_COMPLETENESS, i, "form");
        int at = data_find(d, SET_FORMS, "form", form);
        s = arena_printf(p->arena, "%.*s%s%s (%s)", STR_ARG(s), s.len ? ", " : "",
                         at < 0 ? "" : data_text(d, SET_FORMS, at, "agency"), form);
    }
    return arena_cstr(p->arena, s);
}

/* --- strong and weak --- */

int page_farthest(const struct page *p, const int *skip, int skipped)
{
    const struct data *d = p->data;
    int found = -1;
    for (int i = 0; i < data_rows(d, SET_INDICATORS); i++) {
        bool used = data_null(d, SET_INDICATORS, i, "attainment");
        for (int k = 0; k < skipped; k++)
            used = used || skip[k] == i;
        if (!used && (found < 0 || data_number(d, SET_INDICATORS, i, "attainment") <
                                       data_number(d, SET_INDICATORS, found, "attainment")))
            found = i;
    }
    return found;
}

int page_aspect(struct page *p, const char *region, const char *end, const char *place)
{
    const struct data *d = p->data;
    for (int i = 0; i < data_rows(d, SET_ASPECTS); i++)
        if (strcmp(data_text(d, SET_ASPECTS, i, "region"), region) == 0 &&
            strcmp(data_text(d, SET_ASPECTS, i, end), place) == 0)
            return i;
    return -1;
}

void page_put_aspect(struct page *p, int at)
{
    const struct data *d = p->data;
    const char *code = data_text(d, SET_ASPECTS, at, "indicator");
    int indicator = data_find(d, SET_INDICATORS, "code", code);
    double target = data_number(d, SET_ASPECTS, at, "target");
    html_put(p->out, "<a href=\"#i-%s\">%s</a> <b>%s %%</b> <span class=\"goal\">(target %s%s %%)</span>",
             code, indicator < 0 ? code : page_indicator(p, indicator),
             page_number(p, SET_ASPECTS, at, "percent", 1),
             strcmp(data_text(d, SET_ASPECTS, at, "direction"), "down") == 0 ? "≤ " : "",
             words_number(p->arena, target, target == (double)(long)target ? 0 : 1));
}

static bool has_word(const char *list, const char *word)
{
    for (struct str rest = str_c(list); rest.len > 0;)
        if (str_is(str_cut(&rest, ','), word))
            return true;
    return false;
}

void page_put_loss(struct page *p, int row, const char *before, const char *after)
{
    const struct data *d = p->data;
    double lost;
    const char *most = data_most_lost(d, row, &lost);
    if (!most)
        return;
    html_raw(p->out, str_c(before));
    html_put(p->out,
             words_say("Paling banyak kehilangan nilai di %s: %s dari 100",
                       "It loses most of its score in %s: %s of 100"),
             words_component(most), words_number(p->arena, lost, 1));
    if (has_word(data_text(d, SET_RANKING, row, "missing"), most))
        html_raw(p->out, str_c(words_say(", karena datanya tidak ada", ", for want of data")));
    html_raw(p->out, str_c(after));
}

/* --- tables and bars --- */

void page_table(struct page *p, const char *caption, const struct head *heads, int n)
{
    html_put(p->out,
             "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\"><table>"
             "<caption class=\"unseen\">%s</caption><thead><tr>",
             caption, caption);
    for (int i = 0; i < n; i++)
        html_put(p->out, "<th scope=\"col\" class=\"%s%s\">%s</th>", heads[i].fixed ? "fixed" : "sort",
                 heads[i].number ? " n" : "", heads[i].text);
    html_raw(p->out, STR("</tr></thead>\n<tbody>\n"));
}

void page_table_end(struct page *p)
{
    html_raw(p->out, STR("</tbody></table></div>\n"));
}

void page_bar(struct page *p, double value, double max, double mark, int class)
{
    double width = max > 0 ? 100 * value / max : 0;
    html_put(
        p->out,
        "<td class=\"b\"><svg aria-hidden=\"true\"><rect class=\"f%d\" width=\"%.1f%%\" height=\"100%%\"/>",
        class, width > 100 ? 100.0 : width);
    if (mark >= 0 && max > 0)
        html_put(p->out, "<line x1=\"%.1f%%\" x2=\"%.1f%%\" y1=\"-60%%\" y2=\"160%%\"/>", 100 * mark / max,
                 100 * mark / max);
    html_raw(p->out, STR("</svg></td>"));
}

void page_cell(struct page *p, enum set set, int row, const char *field, int decimals)
{
    html_put(p->out, "<td class=\"n\" data-v=\"%s\">%s</td>", data_text(p->data, set, row, field),
             page_number(p, set, row, field, decimals));
}

/* --- the frame --- */

static void block_title(struct page *p)
{
    html_put(p->out, words_say("Provinsi %s, tahun kinerja %s", "Province of %s, performance year %s"),
             data_text(p->data, SET_HEAD, 0, "province_name"), p->data->year);
}

static void block_subtitle(struct page *p)
{
    const struct data *d = p->data;
    html_put(p->out,
             words_say("<p>%s kabupaten/kota · instrumen: %s · dihitung %s · %s</p>\n",
                       "<p>%s regencies and cities · instrument: %s · computed on %s · %s</p>\n"),
             data_text(d, SET_HEAD, 0, "regencies"), data_text(d, SET_HEAD, 0, "name"),
             words_date(p->arena, (long long)data_number(d, SET_HEAD, 0, "computed_at")),
             shown_words(d, p->arena));
    if (*shown_lacking(d, p->arena))
        html_put(p->out, "<p class=\"warning\" role=\"note\">%s</p>\n", shown_lacking(d, p->arena));
    if (!data_true(d, SET_HEAD, 0, "confirmed"))
        html_put(
            p->out, "<p class=\"warning\" role=\"note\"><strong>%s</strong> %s</p>\n",
            words_say("Instrumen belum dikonfirmasi:", "The instrument is not confirmed:"),
            words_say("bobot dan butirnya belum disahkan; nilai dan peringkat ini bukan hasil resmi.",
                      "nobody in charge has approved its weights and items; these scores and ranks are no "
                      "official result."));
}

static void block_policy(struct page *p)
{
    struct str style = html_hash(p->arena, str_c(report_page_page_css)),
               script = html_hash(p->arena, str_c(report_page_page_js));
    html_put(p->out,
             "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'",
             arena_cstr(p->arena, style), arena_cstr(p->arena, script));
}

static void block_style(struct page *p)
{
    html_raw(p->out, str_c(report_page_page_css));
}

static void block_script(struct page *p)
{
    html_raw(p->out, str_c(report_page_page_js));
}

static const struct {
    const char *name;
    void (*write)(struct page *p);
} blocks[] = {
    {"title", block_title},     {"subtitle", block_subtitle},       {"policy", block_policy},
    {"style", block_style},     {"script", block_script},           {"summary", block_summary},
    {"ranking", block_ranking}, {"indicators", block_indicators},   {"heat", block_heat},
    {"cards", block_cards},     {"prevalence", block_prevalence},   {"convergence", block_convergence},
    {"forms", block_forms},     {"punctuality", block_punctuality}, {"definitions", block_definitions},
    {"method", block_method},
};

static void write_block(struct page *p, struct str name)
{
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        if (str_is(name, blocks[i].name)) {
            blocks[i].write(p);
            return;
        }
    }
    BUG("page.html names a block that is not there");
}

void page_write(struct out *o, const struct data *data, struct arena *a)
{
    struct page p = {.out = o, .data = data, .arena = a};
    index_coverage(&p);
    const char *from = report_page_page_html;
    for (const char *open; (open = strstr(from, "{{")); from = strstr(open, "}}") + 2) {
        out_write(o, from, (size_t)(open - from));
        struct str inner = {open + 2, (size_t)(strstr(open, "}}") - open) - 2};
        if (inner.ptr[0] == ':') {
            write_block(&p, (struct str){inner.ptr + 1, inner.len - 1});
            continue;
        }
        struct str indonesian = str_cut(&inner, '|');
        html_raw(o, words_lang() == LANG_EN ? inner : indonesian);
    }
    html_raw(o, str_c(from));
}
