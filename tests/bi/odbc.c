/* odbc - what a BI tool sees through the ODBC driver: catalogue calls, the queries of a dashboard, what is
 * refused.
 *
 * usage: odbc CONNECTION QUERIES   QUERIES: a file, "-- NAME" and a query of one or more lines after it. A
 * name that begins with "refused" must fail; its SQLSTATE is printed. Jdbc.java prints the same, so that the
 * two can be compared.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sql.h>
#include <sqlext.h>

static SQLHDBC db;

static void die(SQLSMALLINT type, SQLHANDLE handle, const char *what)
{
    SQLCHAR state[6] = "", text[500] = "";
    SQLGetDiagRec(type, handle, 1, state, NULL, text, sizeof text, NULL);
    fprintf(stderr, "odbc: %s: %s %s\n", what, state, text);
    exit(1);
}

static SQLHSTMT statement(void)
{
    SQLHSTMT s;
    if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, db, &s)))
        die(SQL_HANDLE_DBC, db, "no statement");
    return s;
}

/* Prints chosen columns of all rows, with | between them. */
static void print_rows(SQLHSTMT s, const SQLUSMALLINT *column, size_t columns)
{
    while (SQL_SUCCEEDED(SQLFetch(s))) {
        for (size_t i = 0; i < columns; i++) {
            char text[2000];
            SQLLEN len = 0;
            SQLGetData(s, column[i], SQL_C_CHAR, text, sizeof text, &len);
            printf("%s%s", i ? "|" : "", len == SQL_NULL_DATA ? "" : text);
        }
        printf("\n");
    }
    SQLFreeHandle(SQL_HANDLE_STMT, s);
}

#define TEXT(s) (SQLCHAR *)(s), SQL_NTS

/* What a tool lists when a person browses: tables and views with their comments, the columns of one, its
 * keys. */
static void catalogue(void)
{
    static const char *const schemas[] = {"audit", "bi", "dwh", "review"};
    for (size_t i = 0; i < 4; i++) {
        SQLHSTMT s = statement();
        printf("== tables of %s\n", schemas[i]);
        if (!SQL_SUCCEEDED(SQLTables(s, NULL, 0, TEXT(schemas[i]), TEXT("%"), TEXT("TABLE,VIEW"))))
            die(SQL_HANDLE_STMT, s, "SQLTables");
        print_rows(s, (SQLUSMALLINT[]){3, 5}, 2);
    }
    SQLHSTMT s = statement();
    printf("== columns of bi.coverage\n");
    if (!SQL_SUCCEEDED(SQLColumns(s, NULL, 0, TEXT("bi"), TEXT("coverage"), TEXT("%"))))
        die(SQL_HANDLE_STMT, s, "SQLColumns");
    print_rows(s, (SQLUSMALLINT[]){4, 12}, 2);
    static const char *const tables[] = {"dim_age_group", "dim_agency", "dim_date",     "dim_form",
                                         "dim_indicator", "dim_period", "dim_region",   "dim_service",
                                         "dim_sex",       "dim_system", "fact_coverage"};
    printf("== primary keys of dwh\n");
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        s = statement();
        if (!SQL_SUCCEEDED(SQLPrimaryKeys(s, NULL, 0, TEXT("dwh"), TEXT(tables[i]))))
            die(SQL_HANDLE_STMT, s, "SQLPrimaryKeys");
        print_rows(s, (SQLUSMALLINT[]){3, 4}, 2);
    }
    s = statement();
    printf("== foreign keys of dwh.fact_coverage\n");
    if (!SQL_SUCCEEDED(
            SQLForeignKeys(s, NULL, 0, NULL, 0, NULL, 0, NULL, 0, TEXT("dwh"), TEXT("fact_coverage"))))
        die(SQL_HANDLE_STMT, s, "SQLForeignKeys");
    print_rows(s, (SQLUSMALLINT[]){8, 3, 4}, 3);
}

static void ask(const char *name, const char *query)
{
    SQLHSTMT s = statement();
    printf("== %s\n", name);
    SQLRETURN got = SQLExecDirect(s, TEXT(query));
    if (strncmp(name, "refused", 7) == 0) {
        SQLCHAR state[6] = "none";
        if (!SQL_SUCCEEDED(got))
            SQLGetDiagRec(SQL_HANDLE_STMT, s, 1, state, NULL, NULL, 0, NULL);
        printf("%s\n", state);
        SQLFreeHandle(SQL_HANDLE_STMT, s);
        return;
    }
    if (!SQL_SUCCEEDED(got))
        die(SQL_HANDLE_STMT, s, name);
    SQLSMALLINT columns = 0;
    SQLUSMALLINT column[50];
    SQLNumResultCols(s, &columns);
    for (SQLUSMALLINT i = 0; i < columns && i < 50; i++)
        column[i] = (SQLUSMALLINT)(i + 1);
    print_rows(s, column, (size_t)columns);
}

static void ask_all(const char *path)
{
    FILE *f = fopen(path, "r");
    char line[1000], name[200] = "", query[8000] = "";
    if (!f) {
        perror(path);
        exit(1);
    }
    while (fgets(line, sizeof line, f)) {
        if (strncmp(line, "-- ", 3) != 0) {
            strncat(query, line, sizeof query - strlen(query) - 1);
            continue;
        }
        if (query[0])
            ask(name, query);
        query[0] = '\0';
        snprintf(name, sizeof name, "%.*s", (int)strcspn(line + 3, "\n"), line + 3);
    }
    ask(name, query);
    fclose(f);
}

int main(int argc, char **argv)
{
    SQLHENV environment;
    if (argc != 3)
        return 2;
    SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &environment);
    SQLSetEnvAttr(environment, SQL_ATTR_ODBC_VERSION, (SQLPOINTER)SQL_OV_ODBC3, 0);
    SQLAllocHandle(SQL_HANDLE_DBC, environment, &db);
    if (!SQL_SUCCEEDED(SQLDriverConnect(db, NULL, TEXT(argv[1]), NULL, 0, NULL, SQL_DRIVER_NOPROMPT)))
        die(SQL_HANDLE_DBC, db, "cannot connect");
    catalogue();
    ask_all(argv[2]);
    SQLDisconnect(db);
    SQLFreeHandle(SQL_HANDLE_DBC, db);
    SQLFreeHandle(SQL_HANDLE_ENV, environment);
    return 0;
}
