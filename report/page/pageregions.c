/* Parts of the page about kabupaten/kota: the ranking, and a card for each of them. */
#include "page.h"

#include <string.h>

/* --- ranking --- */

/* The score as the parts it is made of, weight × component, one behind the other. */
static void put_parts(struct page *p, int row)
{
    const struct data *d = p->data;
    double from = 0;
    html_raw(p->out, STR("<td class=\"b\"><svg role=\"img\"><title>"));
    for (int i = 0; i < data_rows(d, SET_COMPONENTS); i++) {
        const char *component = data_text(d, SET_COMPONENTS, i, "component");
        html_put(p->out, "%s%s %s", i ? "; " : "", words_component(component),
                 words_number(p->arena,
                              data_number(d, SET_COMPONENTS, i, "weight") *
                                  data_number(d, SET_RANKING, row, component),
                              2));
    }
    html_raw(p->out, STR("</title>"));
    for (int i = 0; i < data_rows(d, SET_COMPONENTS); i++) {
        double part = data_number(d, SET_COMPONENTS, i, "weight") *
                      data_number(d, SET_RANKING, row, data_text(d, SET_COMPONENTS, i, "component"));
        html_put(p->out, "<rect class=\"p%d\" x=\"%.1f%%\" width=\"%.1f%%\" height=\"100%%\"/>", i + 1, from,
                 part);
        from += part;
    }
    html_raw(p->out, STR("</svg></td>"));
}

static void put_rank(struct page *p, int i)
{
    const struct data *d = p->data;
    const char *region = data_text(d, SET_RANKING, i, "region"),
               *missing = data_text(d, SET_RANKING, i, "missing");
    html_raw(p->out, STR("<tr>"));
    page_put_climb(p, i);
    html_put(p->out, "<th scope=\"row\"><a href=\"#k-%s\">%s</a></th>", page_id(p, region),
             words_short(data_text(d, SET_RANKING, i, "region_name")));
    page_cell(p, SET_RANKING, i, "score", (int)data_number(d, SET_HEAD, 0, "decimals"));
    put_parts(p, i);
    for (int k = 0; k < data_rows(d, SET_COMPONENTS); k++)
        page_cell(p, SET_RANKING, i, data_text(d, SET_COMPONENTS, k, "component"), 2);
    html_raw(p->out, STR("<td class=\"text\">"));
    int at = page_aspect(p, region, "weak", "1");
    if (at >= 0)
        page_put_aspect(p, at);
    if (*missing)
        html_put(p->out, words_say("<br/>tanpa data: %s", "<br/>no data: %s"), page_components(p, missing));
    html_raw(p->out, STR("</td></tr>\n"));
}

void block_ranking(struct page *p)
{
    const struct data *d = p->data;
    struct head heads[16] = {{words_say("Pering­kat", "Rank"), true, false},
                             {words_say("Kabupaten/kota", "Regency or city"), false, false},
                             {words_say("Nilai", "Score"), true, false},
                             {words_say("Susunan nilai", "What it is made of"), false, true}};
    int n = 4, components = data_rows(d, SET_COMPONENTS);
    html_put(p->out,
             words_say("<p>Nilai = %s; setiap komponen 0–100, tanpa data dinilai 0.</p>\n",
                       "<p>Score = %s; each component 0–100, no data counts as 0.</p>\n"),
             page_formula(p));
    html_raw(p->out, STR("<ul class=\"legend\">"));
    for (int i = 0; i < components && n < 15; i++) {
        const char *component = data_text(d, SET_COMPONENTS, i, "component");
        struct str name =
            arena_printf(p->arena, "%s (%s)", words_component(component),
                         words_number(p->arena, data_number(d, SET_COMPONENTS, i, "weight"), 2));
        heads[n++] = (struct head){arena_cstr(p->arena, name), true, false};
        html_put(p->out, "<li class=\"p%d\">%s</li>", i + 1, words_component(component));
    }
    html_raw(p->out, STR("</ul>\n"));
    heads[n++] = (struct head){words_say("Paling lemah", "Weakest"), false, true};
    page_table(p,
               words_say("Peringkat, nilai, komponen, dan indikator terlemah setiap kabupaten/kota",
                         "Rank, score, components and weakest indicator of each regency"),
               heads, n);
    for (int i = 0; i < data_rows(d, SET_RANKING); i++)
        put_rank(p, i);
    page_table_end(p);
}

/* --- cards --- */

/* Each component beside the mean of the province, and how much of the 100 points it costs. */
static void put_components(struct page *p, int row)
{
    const struct head heads[] = {
        {words_say("Komponen", "Component"), false, true},
        {words_say("Nilai 0–100, garis: rata-rata provinsi", "Value 0–100, line: province's mean"), false,
         true},
        {words_say("Nilai", "Value"), true, true},
        {words_say("Nilai hilang", "Points lost"), true, true}};
    const struct data *d = p->data;
    struct str caption = arena_printf(p->arena, words_say("Komponen nilai %s", "Components of the score, %s"),
                                      data_text(d, SET_RANKING, row, "region_name"));
    page_table(p, arena_cstr(p->arena, caption), heads, (int)(sizeof heads / sizeof *heads));
    for (int i = 0; i < data_rows(d, SET_COMPONENTS); i++) {
        const char *component = data_text(d, SET_COMPONENTS, i, "component");
        double value = data_number(d, SET_RANKING, row, component);
        html_put(p->out, "<tr><th scope=\"row\">%s</th>", words_component(component));
        page_bar(p, value, 100, data_number(d, SET_COMPONENTS, i, "mean"), 0);
        page_cell(p, SET_RANKING, row, component, 1);
        html_put(p->out, "<td class=\"n\">%s</td></tr>\n",
                 words_number(p->arena, data_number(d, SET_COMPONENTS, i, "weight") * (100 - value), 1));
    }
    page_table_end(p);
}

static const char *level_name(struct page *p, int at)
{
    return data_number(p->data, SET_ASPECTS, at, "part_level") > 3 ? words_say("desa/kelurahan", "villages")
                                                                   : words_say("kecamatan", "districts");
}

/* Why an indicator misses its target: how many lack it, and where most of them live. */
static void put_cause(struct page *p, int at)
{
    const struct data *d = p->data;
    if (data_true(d, SET_ASPECTS, at, "reached")) {
        html_put(p->out, "<br/><span class=\"soft\">%s</span>",
                 words_say("target tercapai", "target reached"));
        return;
    }
    bool down = strcmp(data_text(d, SET_ASPECTS, at, "direction"), "down") == 0;
    int indicator = data_find(d, SET_INDICATORS, "code", data_text(d, SET_ASPECTS, at, "indicator"));
    html_put(
        p->out,
        words_say("<br/><span class=\"soft\">%s dari %s %s; ", "<br/><span class=\"soft\">%s of %s%s; "),
        page_number(p, SET_ASPECTS, at, "numerator", 0), page_number(p, SET_ASPECTS, at, "denominator", 0),
        words_lang() == LANG_ID ? data_text(d, SET_INDICATORS, indicator, "denominator_definition") : "");
    html_put(p->out,
             down ? words_say("%s terlalu banyak untuk targetnya", "%s too many for the target")
                  : words_say("kurang %s untuk mencapai target", "%s short of the target"),
             page_number(p, SET_ASPECTS, at, "short", 0));
    if (!data_null(d, SET_ASPECTS, at, "parts"))
        html_put(p->out, words_say("; %s dari %s %s belum mencapainya", "; %s of %s %s miss it"),
                 page_number(p, SET_ASPECTS, at, "parts_short", 0),
                 page_number(p, SET_ASPECTS, at, "parts", 0), level_name(p, at));
    if (*data_text(d, SET_ASPECTS, at, "most"))
        html_put(p->out,
                 down ? words_say("; terbanyak di %s", "; most of them in %s")
                      : words_say("; yang belum terlayani terbanyak di %s", "; most of the unserved in %s"),
                 data_text(d, SET_ASPECTS, at, "most"));
    page_put_peers(p, data_text(d, SET_ASPECTS, at, "region"), data_text(d, SET_ASPECTS, at, "indicator"));
    html_raw(p->out, STR("</span>"));
}

static void put_aspects(struct page *p, const char *region, bool weak)
{
    static const char *const places[] = {"1", "2", "3"};
    html_put(p->out, weak ? "<h4 class=\"weak\">%s</h4><ol>\n" : "<h4 class=\"strong\">%s</h4><ol>\n",
             weak ? words_say("Paling lemah, dan mengapa", "Weakest, and why")
                  : words_say("Paling kuat terhadap target", "Strongest beside the target"));
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        int at = page_aspect(p, region, weak ? "weak" : "strong", places[i]);
        if (at < 0)
            break;
        html_raw(p->out, STR("<li>"));
        page_put_aspect(p, at);
        if (weak)
            put_cause(p, at);
        else if (!data_true(p->data, SET_ASPECTS, at, "reached"))
            html_put(p->out, " <span class=\"soft\">– %s</span>", words_say("belum tercapai", "not reached"));
        html_raw(p->out, STR("</li>\n"));
    }
    html_raw(p->out, STR("</ol>\n"));
}

/* The Aksi with the smallest share of its maximum. */
static void put_weakest_aksi(struct page *p, const char *region)
{
    const struct data *d = p->data;
    int weakest = -1;
    double least = 0;
    for (int i = 0; i < data_rows(d, SET_ASSESSMENT); i++) {
        int at = data_find(d, SET_AKSI, "aksi", data_text(d, SET_ASSESSMENT, i, "aksi"));
        if (at < 0 || strcmp(data_text(d, SET_ASSESSMENT, i, "region"), region) != 0)
            continue;
        double share = data_number(d, SET_ASSESSMENT, i, "score") / data_number(d, SET_AKSI, at, "maximum");
        if (weakest < 0 || share < least) {
            weakest = i;
            least = share;
        }
    }
    if (weakest < 0)
        return;
    int aksi = (int)data_number(d, SET_ASSESSMENT, weakest, "aksi");
    html_put(p->out,
             words_say("<li>Aksi terlemah: Aksi %d, %s (%s %% dari nilai maksimum)</li>\n",
                       "<li>Weakest Action: Aksi %d, %s (%s %% of its maximum)</li>\n"),
             aksi, words_aksi(aksi), words_number(p->arena, 100 * least, 1));
}

static void put_facts(struct page *p, const char *region)
{
    const struct data *d = p->data;
    html_raw(p->out, STR("<ul class=\"facts\">\n"));
    page_put_since(p, region);
    int at = data_find(d, SET_PREVALENCE, "region", region);
    if (at >= 0 && !data_null(d, SET_PREVALENCE, at, "stunted_percent"))
        html_put(p->out,
                 words_say("<li>Balita stunting (%s): <b>%s %%</b> dari %s yang diukur</li>\n",
                           "<li>Stunted under-fives (%s): <b>%s %%</b> of %s measured</li>\n"),
                 data_text(d, SET_PREVALENCE, at, "system"),
                 page_number(p, SET_PREVALENCE, at, "stunted_percent", 1),
                 page_number(p, SET_PREVALENCE, at, "measured", 0));
    at = data_find(d, SET_CONVERGENCE, "region", region);
    if (at >= 0 && !data_null(d, SET_CONVERGENCE, at, "percent"))
        html_put(p->out,
                 words_say("<li>Layanan diterima: <b>%s %%</b>; paket lengkap: <b>%s %%</b></li>\n",
                           "<li>Services received: <b>%s %%</b>; complete package: <b>%s %%</b></li>\n"),
                 page_number(p, SET_CONVERGENCE, at, "percent", 1),
                 page_number(p, SET_CONVERGENCE, at, "complete_percent", 1));
    put_weakest_aksi(p, region);
    const char *forms = page_forms_missing(p, region);
    if (*forms)
        html_put(p->out, words_say("<li>Belum dikirim: %s</li>\n", "<li>Not sent: %s</li>\n"), forms);
    page_put_late(p, region);
    html_raw(p->out, STR("</ul>\n"));
}

static void put_card(struct page *p, int row)
{
    const struct data *d = p->data;
    const char *region = data_text(d, SET_RANKING, row, "region"),
               *name = data_text(d, SET_RANKING, row, "region_name");
    html_put(p->out, "<article class=\"card\" id=\"k-%s\" data-name=\"%s\"><h3>%s</h3>\n", page_id(p, region),
             name, name);
    html_put(p->out,
             words_say("<p>Peringkat <b>%s</b> dari %d, nilai <b>%s</b>.",
                       "<p>Rank <b>%s</b> of %d, score <b>%s</b>."),
             data_text(d, SET_RANKING, row, "rank"), data_rows(d, SET_RANKING),
             page_score(p, data_number(d, SET_RANKING, row, "score")));
    page_put_loss(p, row, " ", ".");
    if (*data_text(d, SET_RANKING, row, "missing"))
        html_put(p->out, words_say(" Tanpa data: %s.", " No data: %s."),
                 page_components(p, data_text(d, SET_RANKING, row, "missing")));
    html_raw(p->out, STR("</p>\n"));
    if (page_aspect(p, region, "weak", "1") >= 0)
        put_aspects(p, region, true);
    if (page_aspect(p, region, "strong", "1") >= 0)
        put_aspects(p, region, false);
    put_facts(p, region);
    put_components(p, row);
    html_raw(p->out, STR("</article>\n"));
}

void block_cards(struct page *p)
{
    html_put(p->out,
             "<p class=\"tool\" hidden=\"hidden\"><label for=\"find\">%s</label> <input id=\"find\" "
             "type=\"search\" autocomplete=\"off\"/></p>\n",
             words_say("Cari kabupaten/kota", "Find a regency or city"));
    html_raw(p->out, STR("<div class=\"cards\">\n"));
    for (int r = 0; r < data_rows(p->data, SET_REGENCIES); r++)
        put_card(p,
                 data_find(p->data, SET_RANKING, "region", data_text(p->data, SET_REGENCIES, r, "region")));
    html_raw(p->out, STR("</div>\n"));
}
