#include "privacy.h"

#include "number.h"
#include "nutrition.h"

#include <string.h>

/* --- shapes of texts --- */

enum { LONG_RUN = 8, LONG_SPACED = 15, DIGITS_SHOWN = 4, CHARACTERS_SHOWN = 2 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool begins_character(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

/* Characters beyond ASCII count as letters. */
static bool has_letter(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80)
            return true;
    }
    return false;
}

/* Bytes of the separator at i when a digit follows it: a blank, a no-break blank, a point, a hyphen. */
static size_t separator(struct str s, size_t i)
{
    size_t n = 0;
    if (s.ptr[i] == ' ' || s.ptr[i] == '.' || s.ptr[i] == '-')
        n = 1;
    else if (i + 1 < s.len && memcmp(s.ptr + i, "\xC2\xA0", 2) == 0)
        n = 2;
    return n > 0 && i + n < s.len && is_digit(s.ptr[i + n]) ? n : 0;
}

/* The digits from i on, separators included: where they end; whether they are a long number. */
static size_t number_end(struct str s, size_t i, bool *is_long)
{
    size_t all = 0, run = 0, longest = 0, skip = 1;
    for (; i < s.len; i += skip) {
        if (is_digit(s.ptr[i])) {
            skip = 1;
            all++;
            if (++run > longest)
                longest = run;
        } else if ((skip = separator(s, i)) > 0) {
            run = 0;
        } else {
            break;
        }
    }
    *is_long = longest >= LONG_RUN || all >= LONG_SPACED;
    return i;
}

bool privacy_long_number(struct str s)
{
    bool is_long = false;
    for (size_t i = 0; i < s.len && !is_long; i++)
        if (is_digit(s.ptr[i]))
            i = number_end(s, i, &is_long);
    return is_long;
}

struct str privacy_digits(struct arena *a, struct str s)
{
    if (!privacy_long_number(s))
        return s;
    char *text = arena_cstr(a, s);
    for (size_t i = 0; i < s.len; i++) {
        bool is_long = false;
        if (!is_digit(s.ptr[i]))
            continue;
        size_t end = number_end(s, i, &is_long), digits = 0;
        for (; i < end; i++)
            if (is_digit(text[i]) && ++digits > DIGITS_SHOWN && is_long)
                text[i] = '*';
    }
    return (struct str){text, s.len};
}

/* The first four characters, then a star for each further one. */
static struct str masked(struct arena *a, struct str s)
{
    char *out = arena_alloc(a, s.len + 1);
    size_t n = 0;
    int characters = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool begins = begins_character(s.ptr[i]);
        characters += begins;
        if (characters <= DIGITS_SHOWN)
            out[n++] = s.ptr[i];
        else if (begins)
            out[n++] = '*';
    }
    return (struct str){out, n};
}

/* The first two characters, then an ellipsis for the rest. */
static struct str beginning(struct arena *a, struct str s)
{
    int characters = 0;
    for (size_t i = 0; i < s.len; i++) {
        characters += begins_character(s.ptr[i]);
        if (characters > CHARACTERS_SHOWN)
            return arena_printf(a, "%.*s\xE2\x80\xA6", (int)i, s.ptr);
    }
    return s;
}

/* --- fields --- */

/* What a field may hold. Nothing with letters fits a closed one, as a name or an age. */
enum shape {
    SHAPE_CLOSED,
    SHAPE_OPEN, /* names of places and things */
    SHAPE_NIK,
    SHAPE_SEX,
    SHAPE_DATE,
    SHAPE_NUMBER,
    SHAPE_STATUS,
    SHAPE_STATE
};

static enum shape shape_of(enum field field)
{
    static const enum shape shapes[FIELD_COUNT] = {
        [FIELD_PROVINCE] = SHAPE_OPEN,    [FIELD_REGENCY] = SHAPE_OPEN,     [FIELD_DISTRICT] = SHAPE_OPEN,
        [FIELD_PUSKESMAS] = SHAPE_OPEN,   [FIELD_VILLAGE] = SHAPE_OPEN,     [FIELD_CODE] = SHAPE_OPEN,
        [FIELD_BPS_CODE] = SHAPE_OPEN,    [FIELD_PERIOD] = SHAPE_OPEN,      [FIELD_SUBJECT] = SHAPE_OPEN,
        [FIELD_SERVICE] = SHAPE_OPEN,     [FIELD_NIK] = SHAPE_NIK,          [FIELD_KK] = SHAPE_NIK,
        [FIELD_SEX] = SHAPE_SEX,          [FIELD_BIRTH_DATE] = SHAPE_DATE,  [FIELD_MEASURED_ON] = SHAPE_DATE,
        [FIELD_WEIGHT] = SHAPE_NUMBER,    [FIELD_HEIGHT] = SHAPE_NUMBER,    [FIELD_MUAC] = SHAPE_NUMBER,
        [FIELD_WAZ] = SHAPE_NUMBER,       [FIELD_HAZ] = SHAPE_NUMBER,       [FIELD_WHZ] = SHAPE_NUMBER,
        [FIELD_WA_STATUS] = SHAPE_STATUS, [FIELD_HA_STATUS] = SHAPE_STATUS, [FIELD_WH_STATUS] = SHAPE_STATUS,
        [FIELD_STATE] = SHAPE_STATE,
    };
    return shapes[field];
}

/* A word for no value, or a formula error as spreadsheets write them. */
static bool number_words(struct str s)
{
    enum number_state state = number_word(s);
    char last = s.len > 0 ? s.ptr[s.len - 1] : 0;
    return state == NUMBER_MISSING || state == NUMBER_NA ||
           (state == NUMBER_ERROR && (last == '!' || last == '?' || str_is(s, "#N/A")));
}

static bool status_word(struct arena *a, struct str s)
{
    const char *word = arena_cstr(a, s);
    for (enum zscore_index i = 0; i < ZSCORE_CATEGORIES; i++)
        if (nutrition_category_of(i, word))
            return true;
    return number_words(s);
}

/* True for a text that is one of its field, however wrong it may be beside the others. */
static bool fits(struct stage *s, enum shape shape, struct str text)
{
    struct date day;
    switch (shape) {
    case SHAPE_NIK:
        return nik_read(text).worth != NIK_INVALID;
    case SHAPE_SEX:
        return stage_sex(text) != 0;
    case SHAPE_DATE: /* "KOTA, 12/01/2021" is a date, but what is before the comma may be anything */
        return date_read(text, &day) != DATE_INVALID && !memchr(text.ptr, ',', text.len);
    case SHAPE_NUMBER:
        return number_words(text) || date_day_and_month(text, &day); /* "12.May" for 12.5 */
    case SHAPE_STATUS:
        return status_word(&s->scratch, text);
    case SHAPE_STATE:
        return service_state(text).len > 0;
    case SHAPE_CLOSED:
    case SHAPE_OPEN:
        break;
    }
    return false;
}

/* --- the record at hand --- */

/* Ten or more digits, some of them perhaps starred out; or a NIK that is known to be missing, damaged or a
 * dummy. */
static bool nik_like(struct str s)
{
    size_t digits = 0;
    if (nik_read(s).worth != NIK_INVALID || number_word(s) != NUMBER_VALUE)
        return true;
    for (size_t i = 0; i < s.len; i++)
        digits += is_digit(s.ptr[i]) || s.ptr[i] == '*' || s.ptr[i] == 'x' || s.ptr[i] == 'X';
    return digits >= 10;
}

bool privacy_doubtful(const struct stage *s)
{
    const struct str *f = s->row.field;
    int rejections = 0;
    for (size_t i = 0; i < s->findings; i++) {
        if (s->finding[i].reason == REASON_privacy)
            return true;
        rejections += s->finding[i].severity == SEV_REJECT;
    }
    if (rejections > 1 || !nik_like(f[FIELD_NIK]) || !nik_like(f[FIELD_KK]))
        return true;
    for (enum field i = 0; i < FIELD_COUNT; i++)
        if (i != FIELD_NIK && i != FIELD_KK && i != FIELD_CODE && i != FIELD_BPS_CODE &&
            privacy_long_number(f[i]))
            return true;
    return false;
}

struct finding privacy_finding(struct stage *s, const struct finding *f, bool doubtful)
{
    struct finding shown = *f;
    enum shape shape = shape_of(f->field);
    if (s->source.kind == KIND_COVERAGE && f->reason != REASON_privacy)
        return shown;
    shown.value = privacy_digits(&s->scratch, f->value);
    if (f->reason == REASON_privacy) {
        shown.value = beginning(&s->scratch, f->value);
    } else if (s->source.kind == KIND_ASSESSMENT) {
        return shown;
    } else if (shape == SHAPE_OPEN) {
        if (doubtful) {
            shown.value = beginning(&s->scratch, f->value);
            shown.detail = STR("");
        }
    } else if (has_letter(f->value) && !fits(s, shape, f->value)) {
        shown.value = beginning(&s->scratch, f->value);
    } else if (shape == SHAPE_NIK) {
        shown.value = masked(&s->scratch, f->value);
    }
    return shown;
}

static size_t characters_in(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += begins_character(s.ptr[i]);
    return n;
}

void privacy_drop(struct stage *s, enum field field, size_t characters)
{
    struct str *text = &s->row.field[field];
    if (!privacy_long_number(*text) && (characters == 0 || characters_in(*text) <= characters))
        return;
    stage_remark(s, REASON_privacy, field, STR(""));
    *text = STR("");
}
