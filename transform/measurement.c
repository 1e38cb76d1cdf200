/* Measurements: one child, one day. z-scores are computed anew by the WHO standards; those of the file, and
 * its status words, are compared and their differences noted. */
#include "measure.h"
#include "nutrition.h"
#include "privacy.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const enum field z_field[] = {
    [ZSCORE_HA] = FIELD_HAZ, [ZSCORE_WA] = FIELD_WAZ, [ZSCORE_WH] = FIELD_WHZ};
static const enum field status_field[] = {
    [ZSCORE_HA] = FIELD_HA_STATUS, [ZSCORE_WA] = FIELD_WA_STATUS, [ZSCORE_WH] = FIELD_WH_STATUS};
static const char *const index_name[] = {[ZSCORE_HA] = "TB/U", [ZSCORE_WA] = "BB/U", [ZSCORE_WH] = "BB/TB"};

enum { Z_TOLERANCE = 10, Z_AGREES = MEASURE_Z_AGREES }; /* hundredths */

/* What a row says, and what becomes of it. */
struct measured {
    struct date birth, day;
    bool birth_given, day_given;
    int age_days; /* -1: unknown */
    char sex;
    struct measure weight, height, muac, z[ZSCORE_REPORTED];
    struct zscore_child child;
    struct zscore_result scores;
};

/* --- when, how old, who --- */

static bool read_day(struct stage *s, enum field field, struct date *d, bool needed)
{
    enum date_state state = stage_date(s, field, d);
    if (state == DATE_MISSING && needed)
        stage_remark(s, REASON_date_missing, field, STR(""));
    return state == DATE_READ || state == DATE_SERIAL;
}

/* "2 Tahun - 3 Bulan - 12 Hari" in days, a month being 30.4375 days; -1 when it reads otherwise. */
static int days_of_age_text(struct str s)
{
    static const char *const units[] = {"tahun", "bulan", "hari"};
    static const double days[] = {365.25, 30.4375, 1};
    double total = 0;
    int parts = 0;
    for (int unit = 0; unit < 3 && s.len > 0; unit++) {
        struct str rest = str_trim(s), count = str_cut(&rest, ' ');
        struct str word = str_cut(&rest, ' ');
        long n;
        if (!str_to_long(count, &n) || n > 100 || word.len != strlen(units[unit]) ||
            strncasecmp(word.ptr, units[unit], word.len) != 0)
            return -1;
        total += (double)n * days[unit];
        parts++;
        s = str_trim(rest);
        if (s.len > 0 && s.ptr[0] == '-')
            s = str_trim((struct str){s.ptr + 1, s.len - 1});
    }
    return parts >= 2 && s.len == 0 ? (int)(total + 0.5) : -1;
}

static void read_age(struct stage *s, struct measured *m)
{
    struct str age_text = s->row.field[FIELD_AGE_TEXT];
    m->age_days = -1;
    m->day_given = read_day(s, FIELD_MEASURED_ON, &m->day, true);
    int by_text = s->row.field[FIELD_BIRTH_DATE].len == 0 ? days_of_age_text(age_text) : -1;
    m->birth_given = read_day(s, FIELD_BIRTH_DATE, &m->birth, by_text < 0);
    if (by_text >= 0) {
        stage_remark_as(s, REASON_date_missing, SEV_NOTE, FIELD_BIRTH_DATE,
                        STR("usia dibaca dari teks usia"));
        m->age_days = by_text;
    }
    if (m->birth_given && m->day_given)
        m->age_days = date_days(m->day) - date_days(m->birth);
    if (m->birth_given && m->day_given && m->age_days < 0)
        stage_remark(s, REASON_date_order, FIELD_MEASURED_ON, STR(""));
    if (m->age_days > ZSCORE_LAST_DAY)
        stage_remark(s, REASON_age_over, FIELD_MEASURED_ON,
                     arena_printf(&s->scratch, "%d hari", m->age_days));
    if (!m->day_given)
        return;
    if (m->day.year < PERIOD_FIRST_YEAR || m->day.year > PERIOD_LAST_YEAR)
        stage_remark(
            s, REASON_date_invalid, FIELD_MEASURED_ON,
            arena_printf(&s->scratch, "tahun di luar %d sampai %d", PERIOD_FIRST_YEAR, PERIOD_LAST_YEAR));
    else if (s->place.period_read && s->place.period.year != 0 && date_days(m->day) > s->place.period.last)
        stage_remark(s, REASON_date_outside, FIELD_MEASURED_ON,
                     arena_printf(&s->scratch, "sesudah '%.*s'", STR_ARG(s->place.period_text)));
}

/* --- doubtful readings --- */

static int difference(int a, int b)
{
    return a > b ? a - b : b - a;
}

static int score_with(struct stage *s, struct zscore_child child, enum field field, const char *text,
                      enum zscore_index index)
{
    struct zscore_result scores;
    *(field == FIELD_WEIGHT ? &child.weight : &child.height) = measure_value(text);
    zscore_compute(s->growth, &child, &scores);
    return scores.z[index];
}

/* Takes the reading as a time when the z-score of the file contradicts the typed one and agrees with it. */
static void settle_measure(struct stage *s, struct measured *m, enum field field, struct measure *x)
{
    enum zscore_index index = field == FIELD_HEIGHT   ? ZSCORE_HA
                              : m->z[ZSCORE_WA].given ? ZSCORE_WA
                                                      : ZSCORE_WH;
    if (!x->given || !x->time_text[0] || !m->z[index].given)
        return;
    int said = (int)number_hundredths(str_c(m->z[index].text));
    int typed = score_with(s, m->child, field, x->text, index);
    int as_time = score_with(s, m->child, field, x->time_text, index);
    if (typed == ZSCORE_NONE || as_time == ZSCORE_NONE || difference(typed, said) <= Z_AGREES ||
        difference(as_time, said) > Z_AGREES)
        return;
    memcpy(x->text, x->time_text, sizeof x->text);
    *(field == FIELD_WEIGHT ? &m->child.weight : &m->child.height) = measure_value(x->text);
    stage_remark(s, REASON_repair_time, field,
                 arena_printf(&s->scratch, "dibaca %s menurut z-skor berkas", x->text));
}

/* --- z-scores --- */

static bool scores_as(struct stage *s, const struct zscore_child *child, enum zscore_index index, int said)
{
    struct zscore_result scores;
    zscore_compute(s->growth, child, &scores);
    return scores.z[index] != ZSCORE_NONE && difference(scores.z[index], said) <= Z_AGREES;
}

/* The file may know another position than we do, or not adjust at all; systems believe standing at any age.
 */
static const char *position_cause(struct stage *s, struct zscore_child child, enum zscore_index index,
                                  int said)
{
    bool young = child.age_days < ZSCORE_STANDING_FROM;
    double height = child.height;
    child.position = 0; /* what is added is all that counts */
    child.height = height + (young ? 0.7 : -0.7);
    if (scores_as(s, &child, index, said))
        return young ? "posisi ukur (berdiri)" : "posisi ukur (telentang)";
    child.height = height;
    return scores_as(s, &child, index, said) ? "posisi ukur (tidak dihitung)" : NULL;
}

/* Why the file has another z-score than ours: another position of measuring, age in completed months, a sign
 * or a decimal mark that was lost in typing. */
static const char *z_cause(struct stage *s, const struct measured *m, enum zscore_index index, int said)
{
    const char *position = position_cause(s, m->child, index, said);
    if (position)
        return position;
    struct zscore_child child = m->child;
    child.age_days = (int)(floor(child.age_days / ZSCORE_MONTH) * ZSCORE_MONTH + 0.5);
    if (scores_as(s, &child, index, said) || position_cause(s, child, index, said))
        return "usia dalam bulan";
    int computed = m->scores.z[index];
    if (difference(-said, computed) <= Z_AGREES || difference(said, 10 * computed) <= 10 * Z_AGREES ||
        difference(said, 100 * computed) <= 100 * Z_AGREES)
        return "salah ketik";
    return "tidak diketahui";
}

static void check_z(struct stage *s, struct measured *m, enum zscore_index index)
{
    struct measure *z = &m->z[index];
    int computed = m->scores.z[index];
    if (!z->given || computed == ZSCORE_NONE)
        return;
    int said = (int)number_hundredths(str_c(z->text));
    if (difference(said, computed) <= Z_TOLERANCE)
        return;
    if (z->time_text[0] && difference((int)number_hundredths(str_c(z->time_text)), computed) <= Z_AGREES) {
        memcpy(z->text, z->time_text, sizeof z->text);
        stage_remark(s, REASON_repair_time, z_field[index], arena_printf(&s->scratch, "dibaca %s", z->text));
        return;
    }
    stage_remark(s, REASON_z_disagrees, z_field[index],
                 arena_printf(&s->scratch, "hitungan %s%d.%02d; sebab: %s", computed < 0 ? "-" : "",
                              abs(computed) / 100, abs(computed) % 100, z_cause(s, m, index, said)));
}

/* Whether the z-score of the file tells the same as its word; empty without one. */
static const char *status_cause(const struct measured *m, enum zscore_index index, const char *means)
{
    const struct measure *z = &m->z[index];
    if (!z->given)
        return "";
    bool follows =
        means && strcmp(means, nutrition_category(index, (int)number_hundredths(str_c(z->text)))) == 0;
    return follows ? "; sebab: z-skor berkas" : "; sebab: kata status";
}

static void check_status(struct stage *s, const struct measured *m, enum zscore_index index)
{
    struct str said = s->row.field[status_field[index]];
    const char *computed = nutrition_of(index, &m->child, &m->scores);
    if (number_word(said) != NUMBER_VALUE)
        return;
    const char *means = nutrition_category_of(index, arena_cstr(&s->scratch, said));
    if (!means && index == ZSCORE_HA && !computed[0]) /* of the others nothing passes */
        stage_remark(s, REASON_status_disagrees, status_field[index], STR("bukan status gizi yang dikenal"));
    if (computed[0] && (!means || strcmp(means, computed) != 0))
        stage_remark(s, REASON_status_disagrees, status_field[index],
                     arena_printf(&s->scratch, "hitungan %s%s", computed, status_cause(m, index, means)));
}

/* Of the indices that agencies report; the letter of BMI for age stands in the flags alone. */
static void check_scores(struct stage *s, struct measured *m)
{
    static const enum field measured_field[] = {FIELD_HEIGHT, FIELD_WEIGHT, FIELD_WEIGHT};
    for (enum zscore_index i = 0; i < ZSCORE_REPORTED; i++) {
        int z = m->scores.z[i];
        if (m->scores.flagged[i])
            stage_remark(s, REASON_z_implausible, measured_field[i],
                         arena_printf(&s->scratch, "%s %s%d.%02d", index_name[i], z < 0 ? "-" : "",
                                      abs(z) / 100, abs(z) % 100));
        check_z(s, m, i);
        check_status(s, m, i);
    }
}

/* --- the fields as meant --- */

static struct str z_text(struct stage *s, int z)
{
    if (z == ZSCORE_NONE)
        return STR("");
    char *out = arena_alloc(&s->scratch, 16), digits[12];
    int n = 0, len = 0;
    for (int rest = abs(z); rest > 0 || n < 3; rest /= 10)
        digits[n++] = (char)('0' + rest % 10);
    if (z < 0)
        out[len++] = '-';
    while (n > 0) {
        if (n == 2)
            out[len++] = '.';
        out[len++] = digits[--n];
    }
    return (struct str){out, (size_t)len};
}

static struct str whole_text(struct stage *s, int n)
{
    char *out = arena_alloc(&s->scratch, 12);
    size_t at = 12;
    do
        out[--at] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    return (struct str){out + at, 12 - at};
}

static struct str measure_text(struct stage *s, const struct measure *m)
{
    return m->given ? arena_dup(&s->scratch, str_c(m->text)) : STR("");
}

static struct str flags_text(struct stage *s, const struct zscore_result *scores)
{
    static const char letters[] = {'h', 'w', 'x', 'b'};
    char *out = arena_alloc(&s->scratch, sizeof letters);
    size_t n = 0;
    for (enum zscore_index i = 0; i < ZSCORE_CATEGORIES; i++)
        if (scores->flagged[i])
            out[n++] = letters[i];
    return (struct str){out, n};
}

/* The columns of kind_meant, in order. */
enum {
    CHILD,
    KEY,
    HOUSEHOLD,
    REGION,
    PUSKESMAS,
    PERIOD,
    MEASURED_ON,
    SEX,
    AGE_DAYS,
    WEIGHT,
    HEIGHT,
    POSITION,
    MUAC,
    HAZ,
    WAZ,
    WHZ,
    BAZ,
    FLAGS,
    HA_STATUS,
    WA_STATUS,
    WH_STATUS,
    HAZ_REPORTED,
    WAZ_REPORTED,
    WHZ_REPORTED,
    HA_STATUS_REPORTED,
    COLUMNS
};

static void put_scores(struct stage *s, const struct measured *m, struct str *out)
{
    static const int z_at[] = {HAZ, WAZ, WHZ};
    out[BAZ] = z_text(s, m->scores.z[ZSCORE_BA]);
    out[FLAGS] = flags_text(s, &m->scores);
    for (enum zscore_index i = 0; i < ZSCORE_REPORTED; i++) {
        out[z_at[i]] = z_text(s, m->scores.z[i]);
        out[HA_STATUS + (int)i] = str_c(nutrition_of(i, &m->child, &m->scores));
        out[HAZ_REPORTED + (int)i] = measure_text(s, &m->z[i]);
    }
}

/* The file's word for height-for-age, old or new, as typed; nothing else passes. */
static struct str status_reported(struct stage *s)
{
    struct str said = s->row.field[FIELD_HA_STATUS];
    return nutrition_category_of(ZSCORE_HA, arena_cstr(&s->scratch, said)) ? said : STR("");
}

static void read_row(struct stage *s, struct measured *m)
{
    const struct str *f = s->row.field;
    m->sex = stage_sex(f[FIELD_SEX]);
    if (!m->sex)
        stage_remark(s, REASON_sex_invalid, FIELD_SEX, f[FIELD_SEX].len ? STR("") : STR("kosong"));
    read_age(s, m);
    zscore_expect(s->growth, m->sex == 'P' ? ZSCORE_GIRL : ZSCORE_BOY, m->age_days);
    size_t findings = s->findings;
    measure_read(s, FIELD_WEIGHT, &m->weight);
    measure_read(s, FIELD_HEIGHT, &m->height);
    bool faulty = false; /* a weight that cannot be read is its own fault, not a missing one */
    for (; findings < s->findings; findings++)
        faulty = faulty || s->finding[findings].severity == SEV_REJECT;
    if (!m->weight.given && !m->height.given && m->weight.doubt == REASON_COUNT &&
        m->height.doubt == REASON_COUNT && !faulty)
        stage_remark(s, REASON_measure_missing, FIELD_WEIGHT, STR(""));
    measure_read(s, FIELD_MUAC, &m->muac);
    for (enum zscore_index i = 0; i < ZSCORE_REPORTED; i++)
        measure_z(s, z_field[i], &m->z[i]);
}

/* "tidak", "-" and nothing are no; what says neither is told. */
static bool oedema_of(struct stage *s)
{
    struct str text = s->row.field[FIELD_OEDEMA];
    if (number_word(text) != NUMBER_VALUE)
        return false;
    struct str said = service_state(text);
    if (said.len > 0 || text.ptr[0] == '+')
        return said.len == 0 || str_is(said, "Y");
    stage_remark(s, REASON_oedema_invalid, FIELD_OEDEMA, STR(""));
    return false;
}

static struct zscore_child child_of(struct stage *s, const struct measured *m)
{
    return (struct zscore_child){
        .sex = m->sex == 'P' ? ZSCORE_GIRL : ZSCORE_BOY,
        .age_days = m->age_days,
        .weight = m->weight.given ? measure_value(m->weight.text) : 0,
        .height = m->height.given ? measure_value(m->height.text) : 0,
        .position = measure_position(s->row.field[FIELD_POSITION]),
    };
}

/* Times and dates in place of measures, which only the z-scores of the file can explain. */
static void settle_doubts(struct stage *s, struct measured *m)
{
    struct zscore_child child = child_of(s, m);
    const struct zscore_child *known = s->rejected ? NULL : &child;
    enum zscore_index index = m->z[ZSCORE_WA].given ? ZSCORE_WA : ZSCORE_WH;
    if (m->weight.doubt != REASON_COUNT)
        measure_settle_doubt(s, FIELD_WEIGHT, known, index, &m->z[index], &m->weight);
    if (m->height.doubt != REASON_COUNT)
        measure_settle_doubt(s, FIELD_HEIGHT, known, ZSCORE_HA, &m->z[ZSCORE_HA], &m->height);
}

static void compute(struct stage *s, struct measured *m)
{
    struct str position = s->row.field[FIELD_POSITION];
    m->child = child_of(s, m);
    m->child.oedema = oedema_of(s);
    if (!m->child.position && number_word(position) == NUMBER_VALUE)
        stage_remark(s, REASON_position_invalid, FIELD_POSITION, STR(""));
    settle_measure(s, m, FIELD_HEIGHT, &m->height);
    settle_measure(s, m, FIELD_WEIGHT, &m->weight);
    zscore_compute(s->growth, &m->child, &m->scores);
    check_scores(s, m);
}

void measurement_record(struct stage *s, struct str *out)
{
    enum { DAY_SIZE = 16, MONTH_LENGTH = 7 };
    struct measured m;
    uint32_t region = stage_region(s);
    char *token = arena_alloc(&s->scratch, TOKEN_SIZE), *day = arena_alloc(&s->scratch, DAY_SIZE);
    read_row(s, &m);
    stage_person(s, m.birth_given ? &m.birth : NULL, m.sex, region, token);
    out[HOUSEHOLD] = stage_household(s);
    privacy_puskesmas(s);
    if (m.weight.doubt != REASON_COUNT || m.height.doubt != REASON_COUNT)
        settle_doubts(s, &m);
    if (s->rejected)
        return;
    date_text(m.day, day);
    struct hash key;
    hash_begin(&key);
    hash_add(&key, str_c(token));
    hash_add(&key, str_c(day));
    seen_expect(&s->seen, &key);
    compute(s, &m);
    out[CHILD] = str_c(token);
    out[KEY] = str_c(identity_key_id(s->identity));
    out[REGION] = regions_code(s->regions, region);
    out[PUSKESMAS] = stage_puskesmas(s);
    out[PERIOD] = (struct str){day, MONTH_LENGTH};
    out[MEASURED_ON] = str_c(day);
    out[SEX] = m.sex == 'L' ? STR("L") : STR("P");
    out[AGE_DAYS] = whole_text(s, m.age_days);
    out[WEIGHT] = measure_text(s, &m.weight);
    out[HEIGHT] = measure_text(s, &m.height);
    out[POSITION] = m.child.position == 'l' ? STR("l") : m.child.position == 'h' ? STR("h") : STR("");
    out[MUAC] = measure_text(s, &m.muac);
    put_scores(s, &m, out);
    out[HA_STATUS_REPORTED] = status_reported(s);
    stage_unique(s, key, stage_has(s, FIELD_NIK) ? FIELD_NIK : FIELD_NAME, out + HOUSEHOLD,
                 COLUMNS - HOUSEHOLD);
    struct period period = {.kind = 'M', .year = m.day.year, .number = m.day.month, .last = date_days(m.day)};
    if (!s->rejected)
        stage_accept(s, region, &period);
}
