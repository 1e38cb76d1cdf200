/* Sheet Kuat dan Lemah: what each kabupaten/kota is weak and strong at, where it comes from, and from whom to
 * learn */
#include "sheets.h"

#include <string.h>

const char *sheets_indicator(const struct book *b, enum set set, int row)
{
    const char *english = data_text(b->data, set, row, "name_en");
    return words_lang() == LANG_EN && *english ? english : data_text(b->data, set, row, "name");
}

const char *sheets_target(struct book *b, enum set set, int row)
{
    const struct data *d = b->data;
    double target = data_number(d, set, row, "target");
    return book_text(b, "%s%s %%", strcmp(data_text(d, set, row, "direction"), "down") == 0 ? "≤ " : "",
                     words_number(b->arena, target, target == (double)(long)target ? 0 : 1));
}

int sheets_aspect(const struct data *d, const char *region, const char *side, int place)
{
    for (int i = 0; i < data_rows(d, SET_STRENGTHS); i++)
        if (strcmp(data_text(d, SET_STRENGTHS, i, "region"), region) == 0 &&
            strcmp(data_text(d, SET_STRENGTHS, i, "side"), side) == 0 &&
            data_number(d, SET_STRENGTHS, i, "place") == place)
            return i;
    return -1;
}

/* Whether a row of another set is about the same kabupaten and indicator. */
static bool about(const struct data *d, enum set set, int row, int aspect)
{
    return strcmp(data_text(d, set, row, "region"), data_text(d, SET_STRENGTHS, aspect, "region")) == 0 &&
           strcmp(data_text(d, set, row, "indicator"), data_text(d, SET_STRENGTHS, aspect, "indicator")) == 0;
}

const char *sheets_causes(struct book *b, int aspect, int most)
{
    const struct data *d = b->data;
    const char *text = "";
    int n = 0, all = 0;
    for (int i = 0; i < data_rows(d, SET_CAUSES) && n < most; i++) {
        if (!about(d, SET_CAUSES, i, aspect))
            continue;
        const char *count = words_number(b->arena, data_number(d, SET_CAUSES, i, "unserved"), 0),
                   *name = data_text(d, SET_CAUSES, i, "village_name");
        text = data_number(d, SET_CAUSES, i, "level") > 3
                   ? book_text(b, "%s%s%s (%s) %s", text, n ? ", " : "", name,
                               data_text(d, SET_CAUSES, i, "district_name"), count)
                   : book_text(b, "%s%s%s %s", text, n ? ", " : "", name, count);
        all = (int)data_number(d, SET_CAUSES, i, "villages");
        n++;
    }
    return all > n ? book_text(b, words_say("%s, dan %d lainnya", "%s, and %d more"), text, all - n) : text;
}

const char *sheets_peers(struct book *b, int aspect)
{
    const struct data *d = b->data;
    const char *text = "";
    for (int i = 0; i < data_rows(d, SET_PEERS); i++)
        if (about(d, SET_PEERS, i, aspect))
            text = book_text(
                b, "%s%s%s%s %s %%", text, *text ? ", " : "",
                words_short(data_text(d, SET_PEERS, i, "peer_name")),
                data_true(d, SET_PEERS, i, "is_neighbour") ? words_say(" (tetangga)", " (neighbour)") : "",
                words_number(b->arena, data_number(d, SET_PEERS, i, "peer_percent"), 1));
    return text;
}

enum { SIDE = 2, NAME = 4, TARGET = 6, CAUSES = 9, PEERS, HEAD = 3 };

/* What is words in a row of the table. */
static void put_words(struct sheet *s, int row, int i)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    bool weak = strcmp(data_text(d, SET_STRENGTHS, i, "side"), "weak") == 0,
         reached = data_true(d, SET_STRENGTHS, i, "reached");
    const char *name = sheets_indicator(b, SET_STRENGTHS, i), *causes = sheets_causes(b, i, 3),
               *peers = weak ? sheets_peers(b, i) : "";
    put_text(s, row, SIDE,
             book_text(b, "%s %s", weak ? words_say("▼ lemah", "▼ weak") : words_say("▲ kuat", "▲ strong"),
                       data_text(d, SET_STRENGTHS, i, "place")),
             weak ? (reached ? LOOK_BEHIND : LOOK_FAR) : LOOK_NEAR);
    put_text(s, row, NAME, name, weak ? LOOK_WRAP_STRONG : LOOK_WRAP);
    put_text(s, row, TARGET, sheets_target(b, SET_STRENGTHS, i), LOOK_CENTER);
    put_text(s, row, CAUSES, causes, LOOK_WRAP);
    put_text(s, row, PEERS, peers, LOOK_WRAP);
    sheet_fit_all(s, row, (const char *const[]){name, causes, peers}, (const double[]){37, 54, 43}, 3);
}

void sheet_strengths(struct book *b)
{
    const struct column columns[] = {
        {words_say("Kode", "Code"), "region", 7, LOOK_TEXT},
        {words_say("Kabupaten/Kota", "Regency/City"), "region_name", 27, LOOK_TEXT},
        {words_say("Sisi", "Side"), NULL, 10, LOOK_CENTER},
        {words_say("Ind.", "Ind."), "indicator", 6, LOOK_TEXT},
        {words_say("Indikator", "Indicator"), NULL, 34, LOOK_WRAP},
        {words_say("Cakupan (%)", "Coverage (%)"), "percent", 11, LOOK_PERCENT},
        {"Target", NULL, 9, LOOK_CENTER},
        {words_say("Jarak ke target (poin)", "From target (points)"), "margin", 11, LOOK_CHANGE},
        {words_say("Belum terlayani", "Not served"), "unserved", 11, LOOK_COUNT},
        {words_say("Desa dengan yang belum terlayani terbanyak", "Villages with most not served"), NULL, 50,
         LOOK_WRAP},
        {words_say("Belajar dari", "Learn from"), NULL, 40, LOOK_WRAP}};
    const struct data *d = b->data;
    struct sheet s = book_sheet(
        b, words_say("Kuat dan Lemah", "Strong and Weak"),
        words_say("Terlemah dan terkuat di setiap kabupaten/kota, dan sebabnya",
                  "Weakest and strongest in each regency and city, and why"),
        words_say("Tiga cakupan terjauh dari target dan tiga terbaik; ▲ lebih baik dari target, ▼ belum "
                  "tercapai. Belajar dari: kabupaten/kota yang lebih baik dan serupa besar sasarannya.",
                  "The three coverages farthest from their targets and the three best; ▲ better than the "
                  "target, ▼ not reached. Learn from: who is better and of like size."),
        COLOUR_TEAL);
    put_table(&s, "tblKuatLemah", HEAD, SET_STRENGTHS, columns, COLUMNS(columns));
    const char *region = "";
    for (int i = 0; i < data_rows(d, SET_STRENGTHS); i++) {
        const char *next = data_text(d, SET_STRENGTHS, i, "region");
        if (strcmp(next, region) != 0) /* a block begins: its name in bold */
            put_field(&s, HEAD + 1 + i, 1, SET_STRENGTHS, i, "region_name", LOOK_STRONG);
        put_words(&s, HEAD + 1 + i, i);
        region = next;
    }
    sheet_heads(&s, HEAD, HEAD, 2);
}
