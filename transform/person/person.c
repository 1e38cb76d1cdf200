/* Who a record is of: a token by the NIK, else by all that is known of the person (doc/persons.md). */
#include "stage.h"

#include <string.h>

enum { NAME_SIZE = 256 };

/* --- the number --- */

/* The row's NIK and family card, each as the other where people typed them so. */
struct numbers {
    struct nik nik, kk;
    bool swapped;
};

/* Columns are taken for swapped when the card's number has the person's day of birth and sex, and the NIK has
 * not. One number in both is the NIK when it has them; else it is the card's, which brothers and sisters
 * share. */
static struct numbers numbers_of(const struct stage *s, const struct date *birth, char sex)
{
    struct str nik = s->row.field[FIELD_NIK], kk = s->row.field[FIELD_KK];
    struct numbers n = {.nik = nik_read(nik), .kk = {.worth = NIK_MISSING}};
    if (kk.len == 0)
        return n;
    n.kk = kk_read(kk);
    struct nik other = nik_read(kk);
    bool own = n.nik.worth == NIK_GOOD && birth && !nik_disagrees(&n.nik, birth, sex);
    if (n.nik.worth != NIK_GOOD || other.worth != NIK_GOOD)
        return n;
    if (strcmp(n.nik.digits, other.digits) == 0) {
        *(own ? &n.kk.worth : &n.nik.worth) = NIK_INVALID;
    } else if (birth && !own && !nik_disagrees(&other, birth, sex) && kk_read(nik).worth == NIK_GOOD) {
        n.swapped = true;
        n.kk = n.nik;
        n.nik = other;
    }
    return n;
}

static void nik_notes(struct stage *s, const struct nik *nik, const struct date *birth, char sex)
{
    static const enum reason reason[] = {
        [NIK_TEMPORARY] = REASON_nik_temporary, [NIK_MISSING] = REASON_nik_missing,
        [NIK_DAMAGED] = REASON_nik_damaged,     [NIK_INVALID] = REASON_nik_invalid,
        [NIK_DUMMY] = REASON_nik_dummy,
    };
    if (!stage_has(s, FIELD_NIK))
        return;
    if (nik->worth != NIK_GOOD)
        stage_remark(s, reason[nik->worth], FIELD_NIK, STR(""));
    else if (nik_disagrees(nik, birth, sex))
        stage_remark(s, REASON_nik_mismatch, FIELD_NIK, STR(""));
}

/* The register begins with 2018; who was born earlier may have been registered where no kabupaten is now. */
static void region_note(struct stage *s, const struct nik *nik, const struct date *birth)
{
    enum { REGISTER_BEGINS = 2018 };
    char code[6];
    nik_regency(nik, code);
    if (birth && birth->year >= REGISTER_BEGINS && !regwords_regency(s->regwords, code))
        stage_remark(s, REASON_nik_region, FIELD_NIK, arena_dup(&s->scratch, str_c(code)));
}

/* One number for two people: the second is rejected when neither name nor birth is that of the first, and
 * noted when one of them is. */
static void shared_note(struct stage *s, struct bearer *b)
{
    struct str column = s->place.letter[FIELD_NIK];
    long row;
    if (!str_to_long(s->row.number, &row))
        return;
    b->sheet = s->place.ordinal < UINT16_MAX ? (uint16_t)s->place.ordinal : UINT16_MAX;
    b->row = (uint32_t)row;
    if (column.len > 0 && column.len <= sizeof b->column)
        memcpy(b->column, column.ptr, column.len);
    const struct bearer *first = bearer_first(&s->bearers, b);
    if (!first)
        return;
    bool name_differs = bearer_names_differ(first, b), birth_differs = bearer_births_differ(first, b);
    if (!name_differs && !birth_differs)
        return;
    stage_remark_as(s, REASON_nik_shared, name_differs && birth_differs ? SEV_REJECT : SEV_NOTE, FIELD_NIK,
                    arena_printf(&s->scratch, "%s berbeda; yang pertama di %s %.3s%u%s",
                                 !birth_differs  ? "nama"
                                 : !name_differs ? "tanggal lahir atau jenis kelamin"
                                                 : "nama dan tanggal lahir",
                                 first->column[0] ? "sel" : "baris", first->column, first->row,
                                 first->sheet == b->sheet ? "" : " pada lembar sebelumnya"));
}

/* --- tokens --- */

void stage_pair(struct stage *s, const char *former, const char *present)
{
    out_field(s->pairs, str_c(former));
    out_comma(s->pairs);
    out_field(s->pairs, str_c(present));
    out_line(s->pairs);
}

static struct person person_of(const struct stage *s, const struct date *birth, char sex, uint32_t region,
                               char day[16])
{
    const struct str *f = s->row.field;
    date_text(*birth, day);
    return (struct person){f[FIELD_NAME], f[FIELD_PARENT], str_c(day),
                           sex == 'L'   ? STR("L")
                           : sex == 'P' ? STR("P")
                                        : STR(""),
                           regions_code(s->regions, region)};
}

/* Under a new key, the tokens that the row may ever have been given under the former one: whatever number of
 * 16 or 17 digits it has, and what stands in for it. */
static void write_pairs(struct stage *s, const struct nik *nik, const struct date *birth, char sex,
                        uint32_t region)
{
    char former[TOKEN_SIZE], present[TOKEN_SIZE], day[16];
    if (strlen(nik->digits) >= 16) {
        identity_of_nik(s->former, nik, former);
        identity_of_nik(s->identity, nik, present);
        stage_pair(s, former, present);
    }
    if (birth && region != REGION_NONE) {
        struct person p = person_of(s, birth, sex, region, day);
        identity_of_person(s->former, &p, former);
        identity_of_person(s->identity, &p, present);
        stage_pair(s, former, present);
    }
}

/* What is lacking to tell the person from others; empty when nothing is. Two children of one village may have
 * the same name and day of birth, but not the same parent; lists of adults do without. */
static struct str lacking(struct stage *s, struct str letters, struct str parent, const struct date *birth)
{
    char some[4];
    if (letters.len == 0)
        return STR("nama tidak ada");
    if (!birth)
        return STR("tanggal lahir tidak ada");
    if (!identity_is_name(s->row.field[FIELD_NAME]))
        return STR("nama hanya sebutan bayi");
    if (s->source.kind == KIND_MEASUREMENT && regname_letters(parent, some, sizeof some) == 0)
        return STR("nama orang tua tidak ada");
    return STR("");
}

bool stage_person(struct stage *s, const struct date *birth, char sex, uint32_t region,
                  char token[TOKEN_SIZE])
{
    const struct str *f = s->row.field;
    struct numbers n = numbers_of(s, birth, sex);
    struct nik nik = n.nik;
    char letters[NAME_SIZE];
    struct str name = {letters, regname_letters(f[FIELD_NAME], letters, sizeof letters)};
    s->kk = n.kk;
    if (s->pairs)
        write_pairs(s, &nik, birth, sex, region);
    nik_notes(s, &nik, birth, sex);
    if (n.swapped)
        stage_remark(s, REASON_nik_swapped, FIELD_NIK, STR(""));
    if (nik.worth == NIK_GOOD || nik.worth == NIK_TEMPORARY) {
        struct bearer b = bearer_make(nik.digits, name, birth, sex);
        bearer_expect(&s->bearers, &b);
        region_note(s, &nik, birth);
        identity_of_nik(s->identity, &nik, token);
        shared_note(s, &b);
        return !s->rejected;
    }
    struct str without = lacking(s, name, f[FIELD_PARENT], birth);
    if (without.len > 0) {
        stage_remark(s, REASON_identity_missing, stage_has(s, FIELD_NIK) ? FIELD_NIK : FIELD_NAME, without);
        return false;
    }
    char day[16];
    struct person person = person_of(s, birth, sex, region, day);
    identity_of_person(s->identity, &person, token);
    return true;
}

struct str stage_household(struct stage *s)
{
    struct nik kk = s->kk;
    if (kk.worth == NIK_MISSING)
        return STR("");
    char *token = arena_alloc(&s->scratch, TOKEN_SIZE);
    if (kk.worth != NIK_GOOD)
        stage_remark(s, REASON_kk_invalid, FIELD_KK, STR(""));
    if (s->pairs && strlen(kk.digits) >= 16) {
        char former[TOKEN_SIZE];
        identity_of_household(s->former, &kk, former);
        identity_of_household(s->identity, &kk, token);
        stage_pair(s, former, token);
    }
    if (kk.worth != NIK_GOOD)
        return STR("");
    identity_of_household(s->identity, &kk, token);
    return str_c(token);
}
