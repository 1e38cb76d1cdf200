#include "sheetsurvey.h"
#include "limit.h"
#include "spans.h"
#include "xml.h"

#include <string.h>

struct surveyor {
    struct arena *arena;
    struct survey *survey;
    struct spans spans;
    bool whole;
};

static bool parse_range(struct str ref, struct range *r)
{
    struct str first = str_cut(&ref, ':');
    if (!address_parse(first, &r->row1, &r->col1))
        return false;
    r->row2 = r->row1;
    r->col2 = r->col1;
    return ref.len == 0 ||
           (address_parse(ref, &r->row2, &r->col2) && r->row2 >= r->row1 && r->col2 >= r->col1);
}

static void survey_column(struct surveyor *v, const char **attributes)
{
    long first, last;
    if (xml_true(xml_attribute(attributes, "hidden")) &&
        str_to_long(str_c(xml_attribute(attributes, "min")), &first) &&
        str_to_long(str_c(xml_attribute(attributes, "max")), &last))
        spans_hide(&v->spans, first, last);
}

static void survey_start(struct xml *x, const char *name, const char **attributes)
{
    struct surveyor *v = x->context;
    const char *ref = xml_attribute(attributes, "ref");
    struct range r;
    if (ref && strcmp(name, "dimension") == 0)
        v->survey->dimension = arena_dup(v->arena, str_c(ref));
    else if (strcmp(name, "col") == 0)
        survey_column(v, attributes);
    else if (strcmp(name, "sheetData") == 0)
        x->enough = !v->whole;
    if (!ref || strcmp(name, "mergeCell") != 0)
        return;
    if (!parse_range(str_c(ref), &r))
        x->fault = "the address of merged cells cannot be read";
    else if (!spans_add(&v->spans, r))
        x->fault = limit_fault(LIMIT_MERGED);
}

static bool read_survey(const struct sheetsource *source, struct surveyor *v, struct xml *x, struct err *e)
{
    *v->survey = (struct survey){0};
    bool ok = xml_read(source->zip, source->entry, x, e);
    spans_keep(&v->spans, v->arena, v->survey);
    return ok;
}

/* Without the rows, which are nearly all of the part; with them if their end is not certain. */
bool sheetsurvey(const struct sheetsource *source, bool whole, struct arena *a, struct survey *survey,
                 struct err *e)
{
    struct surveyor v = {.arena = a, .survey = survey, .whole = whole};
    struct xml x = {.context = &v, .start = survey_start, .rowless = true},
               all = {.context = &v, .start = survey_start};
    bool ok = read_survey(source, &v, &x, e);
    if (!x.unsure)
        return ok;
    *e = (struct err){0};
    return read_survey(source, &v, &all, e);
}
