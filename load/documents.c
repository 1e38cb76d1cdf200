#include "documents.h"
#include "archive.h"
#include "prog.h"

#include "sql/verify/documents.sql.h"

enum { SUBMISSION, FORM, SCOPE, PERIOD, PART, DOCUMENT, SHA256, SHEET, ROW_NO, CELL };

static void print(struct out *out, const PGresult *list, int row, bool missing, struct str why)
{
    const struct str lead[] = {STR("document"),
                               pg_field(list, row, SUBMISSION),
                               pg_field(list, row, FORM),
                               pg_field(list, row, SCOPE),
                               pg_field(list, row, PERIOD),
                               pg_field(list, row, PART),
                               STR("1"),
                               missing ? STR("0") : STR("1"),
                               missing ? STR("1") : STR("0"),
                               STR("0"),
                               missing ? STR("missing") : STR("changed"),
                               pg_field(list, row, SHEET),
                               pg_field(list, row, ROW_NO),
                               pg_field(list, row, CELL),
                               why,
                               pg_field(list, row, DOCUMENT)};
    out_fields(out, lead, sizeof lead / sizeof *lead);
    out_line(out);
}

bool documents_verify(struct pg *pg, const char *archive, const char *submissions, struct out *out,
                      struct documents *d, struct err *e)
{
    PGresult *list = pg_query(pg, sql_verify_documents, 1, &submissions, e);
    if (!list)
        return false;
    struct err fault = {0};
    for (int row = 0; row < PQntuples(list); row++) {
        char path[PATH_MAX];
        prog_progress("documents", row, PQntuples(list));
        bool again = row > 0 && str_eq(pg_field(list, row, SHA256), pg_field(list, row - 1, SHA256));
        if (!again) {
            fault = (struct err){0};
            archive_find(archive, pg_field(list, row, SHA256), pg_field(list, row, DOCUMENT), path, &fault);
        }
        d->told++;
        if (fault.status == 0)
            continue;
        d->lost++;
        print(out, list, row, fault.status == ST_NOINPUT, str_c(fault.text));
        prog_log(LOG_WARN, "submission %s, document '%s': %s", PQgetvalue(list, row, SUBMISSION),
                 PQgetvalue(list, row, DOCUMENT), fault.text);
    }
    prog_progress("", PQntuples(list), PQntuples(list));
    PQclear(list);
    return true;
}
