/* Evidence: one kabupaten/kota, one item of the instrument, one document; the SHA-256 of its bytes, by which
 * it is found in the archive and known to be the same, and how many they are. */
#include "figure.h"
#include "item.h"
#include "privacy.h"

#include "mask.h"

/* Names of files are what the kabupaten chose: the number of a person in one is starred out, the name stays.
 * Dates, by which cameras name photos, are left alone. */
static struct str document_of(struct stage *s)
{
    enum { LONGEST = 500 };
    struct str name = s->row.field[FIELD_DOCUMENT];
    stage_text_limit(s, FIELD_DOCUMENT, LONGEST);
    if (name.len == 0)
        stage_remark(s, REASON_document_missing, FIELD_DOCUMENT, STR(""));
    struct str shown = mask_numbers(&s->scratch, name);
    if (!str_eq(shown, name))
        stage_remark(s, REASON_privacy, FIELD_DOCUMENT, STR(""));
    return shown;
}

static struct str hash_of(struct stage *s)
{
    enum { DIGITS = 64 };
    struct str text = s->row.field[FIELD_SHA256];
    char *hash = arena_cstr(&s->scratch, text);
    size_t n = 0;
    for (; n < text.len; n++) {
        char c = hash[n];
        if (c >= 'A' && c <= 'F')
            c = (char)(c + 32);
        if ((c < '0' || c > '9') && (c < 'a' || c > 'f'))
            break;
        hash[n] = c;
    }
    if (n != text.len || n != DIGITS)
        stage_remark(s, REASON_hash_invalid, FIELD_SHA256, STR(""));
    return (struct str){hash, text.len};
}

void evidence_record(struct stage *s, struct str *out)
{
    enum { ITEM = ITEM_CODE, DOCUMENT = ITEM_FROM, SHA256, BYTES, COLUMNS };
    uint32_t region = stage_region(s);
    struct period period;
    item_year(s, &period);
    struct figure bytes = figure_count(s, FIELD_BYTES, false);
    out[ITEM] = item_code(s);
    out[DOCUMENT] = document_of(s);
    out[SHA256] = hash_of(s);
    out[BYTES] = bytes.state == FIGURE_VALUE ? arena_dup(&s->scratch, str_c(bytes.text)) : STR("");
    if (!s->rejected)
        item_accept(s, region, &period, out, COLUMNS, FIELD_DOCUMENT);
}
