/* Services: one person, one service, one period; received (Y), not received (T) or not applicable (TS). */
#include "privacy.h"

#include <string.h>

/* The words of the forms. An empty cell says nothing and is rejected; "-" is how forms mark what does not
 * apply. */
struct str service_state(struct str text)
{
    static const struct {
        const char *word, *state;
    } words[] = {
        {"y", "Y"},
        {"ya", "Y"},
        {"v", "Y"},
        {"\xE2\x88\x9A", "Y"},
        {"\xE2\x9C\x93", "Y"},
        {"\xE2\x9C\x94", "Y"},
        {"\xC3\x96", "Y"}, /* the tick of an old symbol font, read as a letter */
        {"1", "Y"},
        {"ada", "Y"},
        {"sudah", "Y"},
        {"sdh", "Y"},
        {"sudah ada", "Y"},
        {"t", "T"},
        {"tidak", "T"},
        {"x", "T"},
        {"0", "T"},
        {"belum", "T"},
        {"tdk", "T"},
        {"blm", "T"},
        {"belum ada", "T"},
        {"tidak ada", "T"},
        {"ts", "TS"},
        {"-", "TS"},
        {"tidak berlaku", "TS"},
        {"tidak sesuai", "TS"},
    };
    char word[16];
    if (text.len > sizeof word)
        return STR("");
    for (size_t i = 0; i < text.len; i++)
        word[i] = (char)(text.ptr[i] >= 'A' && text.ptr[i] <= 'Z' ? text.ptr[i] + 32 : text.ptr[i]);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is((struct str){word, text.len}, words[i].word))
            return str_c(words[i].state);
    return STR("");
}

/* The services of the 1,000 days are recorded by quarter; lists are for whatever period they say. */
static bool period_of(struct stage *s, const struct service *service, struct period *p)
{
    if (!stage_period(s, p))
        return false;
    if (service && !service->quarterly)
        return true;
    if (p->kind == 'M')
        *p = (struct period){.kind = 'Q', .year = p->year, .number = (p->number + 2) / 3};
    if (p->kind == 'Q')
        return period_complete(p, p->year);
    struct str own = s->row.field[FIELD_PERIOD];
    stage_remark_on(s, REASON_period_invalid, FIELD_PERIOD, own.len ? own : s->place.period_text,
                    STR("layanan dicatat per triwulan"));
    return false;
}

/* The service and for whom it is; the subject of the form has to be that of the service. */
static const struct service *service_of(struct stage *s)
{
    const struct str *f = s->row.field;
    const struct service *service = catalogue_service(&s->catalogue, f[FIELD_SERVICE]);
    if (!service)
        stage_remark(s, REASON_service_unknown, FIELD_SERVICE, STR(""));
    else if (f[FIELD_SUBJECT].len > 0 && !str_eq(f[FIELD_SUBJECT], service->subject))
        stage_remark(s, REASON_service_unknown, FIELD_SUBJECT,
                     arena_printf(&s->scratch, "%.*s adalah layanan %.*s", STR_ARG(service->code),
                                  STR_ARG(service->subject)));
    return service;
}

static char sex_of(struct stage *s, const struct service *service)
{
    char sex = stage_sex(s->row.field[FIELD_SEX]);
    if (!sex && s->row.field[FIELD_SEX].len > 0)
        stage_remark(s, REASON_sex_invalid, FIELD_SEX, STR(""));
    return !sex && service && str_is(service->subject, "bumil") ? 'P' : sex;
}

/* NULL when no date of birth is given, or when what is given is none. */
static const struct date *birth_of(struct stage *s, struct date *birth)
{
    enum date_state state = stage_date(s, FIELD_BIRTH_DATE, birth);
    return state == DATE_READ || state == DATE_SERIAL ? birth : NULL;
}

void service_record(struct stage *s, struct str *out)
{
    enum { PERSON, KEY, HOUSEHOLD, SUBJECT, REGION, PERIOD, SERVICE, STATE, COLUMNS };
    enum { CODE_SIZE = 12 };
    const struct service *service = service_of(s);
    uint32_t region = stage_region(s);
    struct date day;
    const struct date *birth = birth_of(s, &day);
    char *token = arena_alloc(&s->scratch, TOKEN_SIZE), *period_text = arena_alloc(&s->scratch, CODE_SIZE);
    char sex = sex_of(s, service);
    stage_person(s, birth, sex, region, token);
    struct period period;
    if (period_of(s, service, &period))
        period_code(&period, period_text);
    struct str state = s->row.field[FIELD_STATE];
    out[STATE] = service_state(state);
    if (out[STATE].len == 0)
        stage_remark(s, REASON_service_state, FIELD_STATE, state.len == 0 ? STR("kosong") : STR(""));
    out[HOUSEHOLD] = stage_household(s);
    privacy_puskesmas(s);
    if (s->rejected)
        return;
    out[PERSON] = str_c(token);
    out[KEY] = str_c(identity_key_id(s->identity));
    out[SUBJECT] = service->subject;
    out[REGION] = regions_code(s->regions, region);
    out[PERIOD] = str_c(period_text);
    out[SERVICE] = service->code;
    struct hash key;
    hash_begin(&key);
    hash_add(&key, out[PERSON]);
    hash_add(&key, out[SERVICE]);
    hash_add(&key, out[PERIOD]);
    const struct str values[] = {out[HOUSEHOLD], out[REGION], out[STATE]};
    stage_unique(s, key, FIELD_STATE, values, sizeof values / sizeof *values);
    if (!s->rejected)
        stage_accept(s, region, &period);
}
