#include "privacy.h"

#include "mask.h"
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
    SHAPE_PLACE,
    SHAPE_PERIOD,
    SHAPE_CODE,
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
        [FIELD_PROVINCE] = SHAPE_PLACE,   [FIELD_REGENCY] = SHAPE_PLACE,    [FIELD_DISTRICT] = SHAPE_PLACE,
        [FIELD_PUSKESMAS] = SHAPE_PLACE,  [FIELD_VILLAGE] = SHAPE_PLACE,    [FIELD_CODE] = SHAPE_CODE,
        [FIELD_BPS_CODE] = SHAPE_CODE,    [FIELD_PERIOD] = SHAPE_PERIOD,    [FIELD_SUBJECT] = SHAPE_CODE,
        [FIELD_SERVICE] = SHAPE_CODE,     [FIELD_NIK] = SHAPE_NIK,          [FIELD_KK] = SHAPE_NIK,
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

/* The next word of s, letters and digits, in small letters; cut at size. Its length; 0 at the end. */
static size_t next_word(struct str *s, char *word, size_t size)
{
    size_t n = 0, i = 0;
    for (; i < s->len; i++) {
        char c = s->ptr[i];
        bool part = is_digit(c) || has_letter((struct str){&c, 1});
        if (part && n < size)
            word[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        else if (!part && n > 0)
            break;
    }
    *s = (struct str){s->ptr + i, s->len - i};
    return n;
}

/* Whether a word of some length is one of the row's own names. */
static bool of_own_names(const struct stage *s, struct str text)
{
    enum { SIZE = 32, SHORTEST = 3 };
    static const enum field names[] = {FIELD_NAME, FIELD_PARENT};
    char word[SIZE], own[SIZE];
    size_t n, m;
    while ((n = next_word(&text, word, SIZE)) > 0)
        for (int i = 0; i < 2 && n >= SHORTEST; i++) {
            struct str name = s->row.field[names[i]];
            while ((m = next_word(&name, own, SIZE)) > 0)
                if (m == n && memcmp(word, own, n) == 0)
                    return true;
        }
    return false;
}

/* Nothing but what periods are told with. */
static bool period_words(struct str text)
{
    static const char *const words[] = {
        "januari", "februari",  "pebruari", "maret",    "april",     "mei",      "juni",    "juli",
        "agustus", "september", "oktober",  "nopember", "november",  "desember", "jan",     "feb",
        "peb",     "mar",       "apr",      "jun",      "jul",       "agu",      "agt",     "agust",
        "sep",     "sept",      "okt",      "nop",      "nov",       "des",      "bulan",   "bln",
        "tahun",   "thn",       "th",       "ta",       "triwulan",  "tw",       "trim",    "trimester",
        "kuartal", "semester",  "smt",      "tahap",    "gelombang", "gel",      "periode", "keadaan",
        "posisi",  "per",       "tanggal",  "tgl",      "sampai",    "dengan",   "sd",      "s",
        "d",       "kumulatif", "i",        "ii",       "iii",       "iv",       "v",       "vi",
        "vii",     "viii",      "ix",       "x",        "xi",        "xii",      "q",       "ke"};
    char word[16];
    size_t n;
    while ((n = next_word(&text, word, sizeof word)) > 0) {
        size_t i = 0, known = sizeof words / sizeof *words;
        while (i < known && !str_is((struct str){word, n}, words[i]))
            i++;
        if (i == known && has_letter((struct str){word, n}) && !is_digit(word[n - 1]))
            return false;
    }
    return true;
}

static bool has_digit(struct str s)
{
    size_t i = 0;
    while (i < s.len && !is_digit(s.ptr[i]))
        i++;
    return i < s.len;
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
    case SHAPE_PLACE:
        return s->regwords && regwords_all(s->regwords, text);
    case SHAPE_PERIOD:
        return period_words(text);
    case SHAPE_CODE: /* a subject is a word of layouts */
        return has_digit(text) || catalogue_subject(&s->catalogue, text);
    case SHAPE_CLOSED:
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

/* Names of places, periods and services of a row that may be shifted are cut, and so are those that may be a
 * person's: of other words than regions have, unless a region of that place is spelled nearly so. */
static bool hidden_open(struct stage *s, const struct finding *f, enum shape shape, bool doubtful)
{
    static const char like[] = "mungkin "; /* regsuggest.c says it of names that are near enough */
    bool near = f->reason == REASON_region_unknown && f->detail.len > 0 &&
                memmem(f->detail.ptr, f->detail.len, like, sizeof like - 1);
    return doubtful || of_own_names(s, f->value) ||
           (has_letter(f->value) && !near && !fits(s, shape, f->value));
}

/* What the other column says may be a name as well. */
static struct str shown_detail(const struct stage *s, struct str detail)
{
    static const char other[] = "di kolom lain ";
    size_t n = sizeof other - 1;
    bool told = !str_starts(detail, other) ||
                (s->regwords && regwords_all(s->regwords, (struct str){detail.ptr + n, detail.len - n}));
    return told ? detail : STR("");
}

struct finding privacy_finding(struct stage *s, const struct finding *f, bool doubtful)
{
    struct finding shown = *f;
    enum shape shape = shape_of(f->field);
    bool open = shape == SHAPE_PLACE || shape == SHAPE_PERIOD || shape == SHAPE_CODE;
    bool of_places = s->source.kind == KIND_COVERAGE || s->source.kind == KIND_EVIDENCE;
    if (of_places && f->reason != REASON_privacy) {
        shown.value = mask_numbers(&s->scratch, f->value);
        return shown;
    }
    shown.value = privacy_digits(&s->scratch, f->value);
    if (f->reason == REASON_privacy) {
        shown.value = beginning(&s->scratch, f->value);
    } else if (s->source.kind == KIND_ASSESSMENT) {
        return shown;
    } else if (open) {
        if (hidden_open(s, f, shape, doubtful)) {
            shown.value = beginning(&s->scratch, f->value);
            shown.detail = STR("");
        } else {
            shown.detail = shown_detail(s, f->detail);
        }
    } else if (has_letter(f->value) && !fits(s, shape, f->value)) {
        shown.value = beginning(&s->scratch, f->value);
    } else if (shape == SHAPE_NIK) {
        shown.value = masked(&s->scratch, f->value);
    }
    shown.detail = privacy_digits(&s->scratch, shown.detail);
    return shown;
}

struct str privacy_title(struct stage *s, struct str name, struct str value)
{
    bool place = str_is(name, "province_text") || str_is(name, "regency_text");
    bool period = str_is(name, "period_text") || str_is(name, "period_file_text");
    if ((place && !fits(s, SHAPE_PLACE, value)) || (period && !fits(s, SHAPE_PERIOD, value)))
        return beginning(&s->source.text, value);
    return value;
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

void privacy_puskesmas(struct stage *s)
{
    struct str *text = &s->row.field[FIELD_PUSKESMAS];
    if (str_eq(*text, (struct str){s->known_puskesmas, s->known_puskesmas_length}))
        return;
    privacy_drop(s, FIELD_PUSKESMAS, LONGEST_PUSKESMAS);
    if (!regwords_all(s->regwords, *text)) {
        stage_remark(s, REASON_privacy, FIELD_PUSKESMAS, STR(""));
        struct str start = beginning(&s->scratch, *text);
        *text = arena_printf(&s->scratch, "%.*s %04x", STR_ARG(start), (unsigned)(str_hash(*text) & 0xFFFF));
    } else if (text->len > 0 && text->len <= sizeof s->known_puskesmas) {
        memcpy(s->known_puskesmas, text->ptr, text->len);
        s->known_puskesmas_length = text->len;
    }
}
