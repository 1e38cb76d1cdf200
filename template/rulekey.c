/* What a row is about, where nobody could fill that in beforehand: words that the layout translates, regions,
 * period, indicator. */
#include "rulepart.h"

enum { LONGEST_AGE_GROUP = 64 };

/* What stands for the meaning i of a field on the form: a text that the layout translates, else the meaning.
 */
static struct str word_typed(const struct layout *l, size_t i)
{
    struct str text = STR("");
    for (size_t k = 0; k < l->word[i].from.n && text.len == 0; k++)
        if (!glob_wild(l->word[i].from.typed[k]) &&
            !memchr(l->word[i].from.typed[k].ptr, ',', l->word[i].from.typed[k].len))
            text = l->word[i].from.typed[k];
    return text.len > 0 ? text : l->word[i].to;
}

/* The texts that the layout translates; false when it has none, or more than Excel takes. */
bool rule_layout_words(struct making *m, int field)
{
    enum { MOST = 50, LONGEST_LIST = 250 };
    const struct layout *l = m->f->layout;
    const char *word[MOST + 1];
    size_t n = 0, length = 0;
    for (size_t i = 0; i < l->words && n < MOST; i++)
        if (l->word[i].field == field) {
            struct str typed = word_typed(l, i);
            length += typed.len + 1;
            word[n++] = rule_text(m, typed);
        }
    word[n] = NULL;
    if (n == 0 || length > LONGEST_LIST)
        return false;
    rule_words(m, word, STR("Pilih dari daftar."));
    return true;
}

static void check_one_word(struct making *m, struct str word)
{
    const char *const list[] = {rule_text(m, word), NULL};
    rule_words(m, list, arena_printf(m->a, "Pilih dari daftar: %.*s.", STR_ARG(word)));
}

size_t rule_places(const struct form *f, int level)
{
    size_t n = 0;
    for (size_t i = 0; i < f->places->n; i++)
        n += f->places->place[i].level == level;
    return n;
}

void rule_from(struct making *m, char column, size_t rows, const char *demand)
{
    rule_list(m, arena_printf(m->a, "=" RULE_LISTS "!$%c$1:$%c$%zu", column, column, rows), str_c(demand));
}

static void check_village(struct making *m)
{
    struct str district = rule_cell_of(m, "district");
    size_t villages = rule_places(m->f, VILLAGE);
    if (district.len == 0) {
        rule_from(m, 'B', villages, "Pilih desa/kelurahan dari daftar.");
        return;
    }
    rule_list(m,
              arena_printf(m->a,
                           "=OFFSET(" RULE_LISTS "!$B$1,MATCH(%.*s," RULE_LISTS
                           "!$A$1:$A$%zu,0)-1,0,COUNTIF(" RULE_LISTS "!$A$1:$A$%zu,%.*s),1)",
                           STR_ARG(district), villages, villages, STR_ARG(district)),
              STR("Isi kecamatan dahulu, lalu pilih desa/kelurahan dari daftar kecamatan itu."));
}

/* What a row is about, where the form has no rows yet. */
void rule_key(struct making *m, const char *field)
{
    const struct form *f = m->f;
    if (strcmp(field, "province") == 0)
        check_one_word(m, f->places->name[PROVINCE]);
    else if (strcmp(field, "regency") == 0 && f->places->level >= REGENCY)
        check_one_word(m, f->places->name[REGENCY]);
    else if (strcmp(field, "regency") == 0)
        rule_from(m, 'E', rule_places(f, REGENCY), "Pilih kabupaten/kota dari daftar.");
    else if (strcmp(field, "district") == 0)
        rule_from(m, 'D', rule_places(f, DISTRICT), "Pilih kecamatan dari daftar.");
    else if (strcmp(field, "kemendagri_code") == 0)
        rule_from(m, 'C', rule_places(f, VILLAGE), "Pilih kode desa/kelurahan dari daftar.");
    else if (strcmp(field, "village") == 0)
        check_village(m);
    else if (strcmp(field, "period") == 0)
        check_one_word(m, f->span->name);
    else if (strcmp(field, "year") == 0)
        check_one_word(m, f->span->year_text);
    else if (strcmp(field, "indicator") == 0)
        rule_from(m, 'F', f->catalogue->indicators, "Pilih kode indikator dari daftar.");
    else if (strcmp(field, "age_group") == 0)
        rule_length(m, LONGEST_AGE_GROUP, STR("Kelompok umur, misalnya 0-23 bulan."));
}
