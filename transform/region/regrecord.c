/* The region of the record at hand: from its columns, the titles of its source, and its day where that tells
 * more. Part of stage.h. */
#include "stage.h"

/* By level, the code at 0; then what else tells a region. */
static const enum field region_field[REGION_FIELDS] = {FIELD_CODE,     FIELD_PROVINCE, FIELD_REGENCY,
                                                       FIELD_DISTRICT, FIELD_VILLAGE,  FIELD_BPS_CODE,
                                                       FIELD_PUSKESMAS};

static void region_fault(struct stage *s, enum region_answer answer, const struct region_query *q,
                         const struct region_result *result)
{
    static const enum reason reason[] = {
        [REGION_MISSING] = REASON_region_missing,
        [REGION_UNKNOWN] = REASON_region_unknown,
        [REGION_AMBIGUOUS] = REASON_region_ambiguous,
        [REGION_CODE_UNKNOWN] = REASON_region_code_unknown,
        [REGION_CODE_MISMATCH] = REASON_region_code_mismatch,
    };
    bool bps = result->level == 0 && result->bps;
    enum field field = bps ? FIELD_BPS_CODE : region_field[result->level];
    struct str value = bps ? q->bps : result->level == 0 ? q->code : q->name[result->level];
    stage_remark_on(s, reason[answer], field, value, result->detail);
}

/* A cell may say its kecamatan, too: "BUNIAYU, Kec. SUKAMULYA". Two cells that say two things are told. */
static bool cut_levels(struct stage *s, struct region_query *q)
{
    for (int level = REGION_LEVELS; level > 1; level--) {
        struct str above[REGION_LEVELS] = {{0}};
        regname_cut(&q->name[level], level, above);
        for (int i = 1; i < level; i++) {
            struct regname cut, own;
            if (above[i].len == 0)
                continue;
            regname_make(&cut, above[i], i);
            regname_make(&own, q->name[i], i);
            struct str a = regname_text(&cut, REGNAME_FOLDED, cut.len[REGNAME_FOLDED][1] > 0);
            struct str b = regname_text(&own, REGNAME_FOLDED, own.len[REGNAME_FOLDED][1] > 0);
            bool same = str_eq(a, b) && (!cut.type || !own.type || cut.type == own.type);
            if (q->name[i].len > 0 && !same) {
                stage_remark_on(s, REASON_region_ambiguous, region_field[i], above[i],
                                arena_printf(&s->scratch, "di kolom lain %.*s", STR_ARG(q->name[i])));
                return false;
            }
            q->name[i] = above[i];
        }
    }
    return true;
}

/* The last day of what the record is about, as far as it can be read; its faults are told elsewhere. Empty
 * when it cannot. */
static struct str day_of(struct stage *s)
{
    struct str measured = s->row.field[FIELD_MEASURED_ON], own = stage_given(s->row.field[FIELD_PERIOD]);
    struct str year = stage_given(s->row.field[FIELD_YEAR]);
    struct period p = s->place.period, of_year = {0};
    struct date day;
    char *text = arena_alloc(&s->scratch, 16);
    enum date_state state = date_read(measured, &day);
    if (state == DATE_READ || state == DATE_SERIAL) {
        date_text(day, text);
        return str_c(text);
    }
    bool read = own.len > 0 ? period_read(own, &p) : s->place.period_read;
    if (year.len > 0 && period_read(year, &of_year) && of_year.kind == 'Y') {
        if (!read || (own.len == 0 && p.kind == 'Y'))
            p = of_year;
        read = true;
    }
    if (!read || !period_complete(&p, of_year.year ? of_year.year : s->place.year))
        return STR("");
    date_text(date_of_days(p.last), text);
    return str_c(text);
}

static struct region_query query_of(const struct stage *s, bool whole)
{
    const struct str *f = s->row.field;
    struct str province = stage_given(f[FIELD_PROVINCE]), regency = stage_given(f[FIELD_REGENCY]);
    return (struct region_query){
        .code = stage_given(f[FIELD_CODE]),
        .bps = stage_given(f[FIELD_BPS_CODE]),
        .name = {{0},
                 province.len ? province : s->source.province,
                 regency.len ? regency : s->source.regency,
                 whole ? stage_given(f[FIELD_DISTRICT]) : STR(""),
                 whole ? stage_given(f[FIELD_VILLAGE]) : STR("")},
        .puskesmas = whole ? stage_given(f[FIELD_PUSKESMAS]) : STR(""),
        .inside = s->province,
    };
}

/* "Slerok (33.76.02.1002)": the region, or the one above it at that level. */
static struct str known_as(struct stage *s, uint32_t region, int level)
{
    uint32_t above = regions_above(s->regions, region, level);
    uint32_t at = above == REGION_NONE ? region : above;
    return arena_printf(&s->scratch, "%.*s (%.*s)", STR_ARG(regions_name(s->regions, at)),
                        STR_ARG(regions_code(s->regions, at)));
}

/* What a reader of the figure should know of how its region was told. */
static void region_notes(struct stage *s, const struct region_query *q, const struct region_result *result)
{
    int former = result->former_level;
    if (result->alias)
        stage_remark_on(s, REASON_region_alias, region_field[result->alias], q->name[result->alias],
                        known_as(s, result->region, result->alias));
    if (result->former)
        stage_remark_on(s, REASON_region_former, region_field[former], former ? q->name[former] : q->code,
                        known_as(s, result->region, former ? former : REGION_LEVELS));
    if (regions_puskesmas_elsewhere(s->regions, result->region, q->puskesmas))
        stage_remark_on(s, REASON_puskesmas_elsewhere, FIELD_PUSKESMAS, q->puskesmas, STR(""));
}

/* Lists go village by village: most rows say the same as the one before. */
static bool same_region(const struct stage *s)
{
    if (s->last_region.region == REGION_NONE)
        return false;
    for (int i = 0; i < REGION_FIELDS; i++)
        if (!str_eq(s->row.field[region_field[i]], s->last_region.text[i]))
            return false;
    return true;
}

static void remember_region(struct stage *s, uint32_t region)
{
    char *to = s->last_region.buffer;
    size_t len = 0;
    for (int i = 0; i < REGION_FIELDS; i++)
        len += s->row.field[region_field[i]].len;
    s->last_region.region = len <= sizeof s->last_region.buffer ? region : REGION_NONE;
    for (int i = 0; i < REGION_FIELDS && s->last_region.region != REGION_NONE; i++) {
        struct str text = s->row.field[region_field[i]];
        s->last_region.text[i] = (struct str){to, text.len};
        to = str_copy(to, text);
    }
}

/* *timed: another day may give another answer. */
static uint32_t find_region(struct stage *s, bool *timed)
{
    bool whole = s->source.kind != KIND_ASSESSMENT && s->source.kind != KIND_EVIDENCE;
    struct region_query q = query_of(s, whole);
    struct region_result result;
    if (whole && !cut_levels(s, &q))
        return REGION_NONE;
    /* a form whose only region column is the code says nothing when that is empty */
    bool coded = stage_has(s, FIELD_CODE) || stage_has(s, FIELD_BPS_CODE);
    if (q.code.len == 0 && q.bps.len == 0 && coded && s->source.deepest == 0) {
        stage_remark(s, REASON_region_missing, stage_has(s, FIELD_CODE) ? FIELD_CODE : FIELD_BPS_CODE,
                     STR(""));
        return REGION_NONE;
    }
    enum region_answer answer = regions_find(s->regions, &q, &result, &s->scratch);
    *timed = result.timed;
    if (result.timed && (q.day = day_of(s)).len > 0)
        answer = regions_find(s->regions, &q, &result, &s->scratch);
    if (answer != REGION_FOUND) {
        if (answer == REGION_MISSING)
            result.level = s->source.deepest;
        region_fault(s, answer, &q, &result);
        return REGION_NONE;
    }
    int wanted = whole ? s->source.deepest : 2;
    if (regions_level(s->regions, result.region) < wanted) {
        stage_remark(s, REASON_region_missing, region_field[wanted], STR(""));
        return REGION_NONE;
    }
    region_notes(s, &q, &result);
    return whole ? result.region : regions_above(s->regions, result.region, 2);
}

uint32_t stage_region(struct stage *s)
{
    if (same_region(s))
        return s->last_region.region;
    size_t before = s->findings;
    bool timed = false;
    uint32_t region = find_region(s, &timed);
    /* a row with something to tell tells it */
    remember_region(s, s->findings == before && !timed ? region : REGION_NONE);
    return region;
}
