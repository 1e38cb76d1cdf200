/* httpd - a small web server for the tests of kp2s-fetch, which does what servers should not.
 *
 * In: its life in seconds, and a file for its log. Out: its port on standard output; each request as a line
 * of the log. It listens on the loopback address alone, serves one request at a time, and ends by itself.
 */
#include <arpa/inet.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { WHOLE = 4000 };

struct request {
    FILE *to;
    int fd;
    char path[200], range[60], none_match[60], if_range[60], authorization[100], cookie[60];
    long count; /* of requests for this path, this one included */
};

static const char date[] = "Date: Wed, 05 Jun 2024 08:00:00 GMT\r\n";
static const char stamp[] = "ETag: \"one\"\r\nLast-Modified: Sat, 01 Jun 2024 08:00:00 GMT\r\n";

/* 4000 bytes of lines that tell where they stand. */
static const char *body(void)
{
    static char text[WHOLE + 1];
    for (int i = 0; i < WHOLE / 10; i++)
        snprintf(text + 10 * (size_t)i, 11, "row,%05d\n", i);
    return text;
}

static void head(const struct request *r, const char *status, const char *headers, long length)
{
    fprintf(r->to, "HTTP/1.1 %s\r\n%s%sConnection: close\r\n", status, date, headers);
    if (length >= 0)
        fprintf(r->to, "Content-Length: %ld\r\n", length);
    fputs("\r\n", r->to);
}

static void send_text(const struct request *r, const char *status, const char *headers, const char *text)
{
    head(r, status, headers, (long)strlen(text));
    fputs(text, r->to);
}

/* Answers with less than is said. */
static void send_cut(const struct request *r, const char *headers)
{
    head(r, "200 OK", headers, WHOLE);
    fwrite(body(), 1, WHOLE / 4, r->to);
}

/* --- what stands at each address --- */

static void plain(const struct request *r)
{
    if (strcmp(r->none_match, "\"one\"") == 0)
        head(r, "304 Not Modified", stamp, -1);
    else
        send_text(r, "200 OK", stamp, body());
}

static void send_rest(const struct request *r, long from, long told)
{
    char headers[200];
    snprintf(headers, sizeof headers, "%sContent-Range: bytes %ld-%d/%d\r\n", stamp, told, WHOLE - 1, WHOLE);
    send_text(r, "206 Partial Content", headers, body() + from);
}

/* Breaks off at first; then gives the rest to who has the beginning of this version. */
static void broken(const struct request *r)
{
    long from = strncmp(r->range, "bytes=", 6) == 0 ? atol(r->range + 6) : 0;
    if (r->count == 1)
        send_cut(r, stamp);
    else if (from > 0 && from < WHOLE && strcmp(r->if_range, "\"one\"") == 0)
        send_rest(r, from, from);
    else
        send_text(r, "200 OK", stamp, body());
}

/* Breaks off; by the next request it is another version. */
static void changed(const struct request *r)
{
    if (r->count == 1)
        send_cut(r, stamp);
    else
        send_text(r, "200 OK", "ETag: \"two\"\r\n", "new,1\n");
}

/* Breaks off; says nothing by which a version could be told. */
static void nameless(const struct request *r)
{
    if (r->count == 1)
        send_cut(r, "");
    else
        send_text(r, "200 OK", "", body());
}

/* Breaks off; gives a rest that begins elsewhere, then the whole. */
static void misfit(const struct request *r)
{
    if (r->count == 1)
        send_cut(r, stamp);
    else if (r->count == 2)
        send_rest(r, 10, 10);
    else
        send_text(r, "200 OK", stamp, body());
}

/* Breaks off; then knows no rest, then gives the whole. */
static void unsatisfied(const struct request *r)
{
    if (r->count == 1)
        send_cut(r, stamp);
    else if (r->count == 2)
        send_text(r, "416 Range Not Satisfiable", "", "");
    else
        send_text(r, "200 OK", stamp, body());
}

static void busy(const struct request *r)
{
    if (r->count == 1)
        send_text(r, "503 Service Unavailable", "Retry-After: 1\r\n", "later");
    else
        send_text(r, "200 OK", stamp, body());
}

static void down(const struct request *r)
{
    send_text(r, "503 Service Unavailable", "", "later");
}

static void later(const struct request *r)
{
    send_text(r, "429 Too Many Requests", "Retry-After: 3600\r\n", "tomorrow");
}

static void hop(const struct request *r)
{
    head(r, "302 Found", "Location: /plain.csv\r\n", 0);
}

static void loop(const struct request *r)
{
    head(r, "302 Found", "Location: /loop\r\n", 0);
}

static void local(const struct request *r)
{
    head(r, "302 Found", "Location: file:///etc/passwd\r\n", 0);
}

static void large(const struct request *r)
{
    head(r, "200 OK", stamp, 2000000);
    fputs(body(), r->to);
}

static void endless(const struct request *r)
{
    head(r, "200 OK", stamp, -1);
    while (fwrite(body(), 1, WHOLE, r->to) == WHOLE)
        ;
}

/* Says that it is longer than it is, each time. */
static void lies(const struct request *r)
{
    head(r, "200 OK", "", WHOLE);
    fputs("row\n", r->to);
}

/* A byte every tenth of a second at first; then the rest at once. */
static void drip(const struct request *r)
{
    if (r->count > 1) {
        broken(r);
        return;
    }
    head(r, "200 OK", stamp, WHOLE);
    for (int i = 0; i < 100 && fputc(body()[i], r->to) != EOF && fflush(r->to) == 0; i++)
        nanosleep(&(struct timespec){0, 100000000}, NULL);
}

static void named(const struct request *r)
{
    static const char *const names[] = {
        "attachment; filename=\"Laporan \\\"Juni\\\" 2024.xlsx\"",
        "attachment; filename=\"../../x.csv\"",
        "attachment; filename=\"..\\\\..\\\\y.csv\"",
        "attachment; filename=\"a\tb\x01\x1b[31m.csv\"",
        "attachment; filename=plain.csv; filename*=UTF-8''G%C3%ABz%2f%0Ai.csv",
        "attachment; filename=\"....\"",
        "attachment; filename=\"bad\xff.csv\"",
        "attachment; filename*=",
    };
    size_t i = (size_t)(r->path[6] - '0');
    char headers[200], text[30];
    snprintf(headers, sizeof headers, "Content-Disposition: %s\r\n", names[i % 8]);
    snprintf(text, sizeof text, "named,%zu\n", i);
    send_text(r, "200 OK", headers, text);
}

static void secret(const struct request *r)
{
    if (strcmp(r->authorization, "Bearer abc def") == 0 ||
        strcmp(r->authorization, "Basic cG9zOnJhaGFzaWE=") == 0)
        send_text(r, "200 OK", "", "secret,1\n");
    else
        send_text(r, "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "who?");
}

/* As links of file services do: a cookie, then the file to who has it; the others are to log in. */
static void share(const struct request *r)
{
    head(r, "302 Found",
         r->path[7] == '1' ? "Location: /shared\r\nSet-Cookie: pass=yes; Path=/\r\n"
                           : "Location: /shared\r\n",
         0);
}

static const char page[] = "<!doctype html><title>Masuk</title>";

static void login(const struct request *r)
{
    send_text(r, "200 OK", "Content-Type: Text/HTML; charset=utf-8\r\n", page);
}

static void shared(const struct request *r)
{
    if (strcmp(r->cookie, "pass=yes") == 0)
        send_text(r, "200 OK", "Content-Disposition: attachment; filename=\"Rekap Juni.csv\"\r\n",
                  "shared,1\n");
    else
        login(r);
}

/* A page that the server calls a file, as programs that save tables do. */
static void saved(const struct request *r)
{
    send_text(r, "200 OK",
              "Content-Type: text/html\r\nContent-Disposition: attachment; filename=rekap.xls\r\n",
              "<table><tr><td>1</td></tr></table>");
}

static void forbidden(const struct request *r)
{
    send_text(r, "403 Forbidden", "", "no");
}

static void empty(const struct request *r)
{
    send_text(r, "200 OK", stamp, "");
}

static void missing(const struct request *r)
{
    send_text(r, "404 Not Found", "", "no such page");
}

static const struct {
    const char *path;
    void (*answer)(const struct request *r);
} pages[] = {
    {"/plain.csv", plain},     {"/broken.csv", broken},
    {"/changed.csv", changed}, {"/nameless.csv", nameless},
    {"/misfit.csv", misfit},   {"/unsatisfied.csv", unsatisfied},
    {"/busy.csv", busy},       {"/down", down},
    {"/later", later},         {"/hop", hop},
    {"/loop", loop},           {"/local", local},
    {"/large", large},         {"/endless", endless},
    {"/lies", lies},           {"/drip", drip},
    {"/named", named},         {"/secret.csv", secret},
    {"/forbidden", forbidden}, {"/empty", empty},
    {"/share/", share},        {"/shared", shared},
    {"/login.xlsx", login},    {"/tabel.html", login},
    {"/saved", saved},
};
enum { PAGES = sizeof pages / sizeof *pages };

/* --- requests --- */

static void take_header(struct request *r, const char *line)
{
    const struct {
        const char *name;
        char *value;
        size_t room;
    } wanted[] = {
        {"Range: ", r->range, sizeof r->range},
        {"If-None-Match: ", r->none_match, sizeof r->none_match},
        {"If-Range: ", r->if_range, sizeof r->if_range},
        {"Authorization: ", r->authorization, sizeof r->authorization},
        {"Cookie: ", r->cookie, sizeof r->cookie},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (strncasecmp(line, wanted[i].name, strlen(wanted[i].name)) == 0)
            snprintf(wanted[i].value, wanted[i].room, "%.*s",
                     (int)strcspn(line + strlen(wanted[i].name), "\r\n"), line + strlen(wanted[i].name));
}

static bool read_request(struct request *r)
{
    char line[1000];
    FILE *from = fdopen(dup(r->fd), "r");
    bool ok = from && fgets(line, sizeof line, from) && sscanf(line, "GET %199s", r->path) == 1;
    while (ok && fgets(line, sizeof line, from) && line[0] != '\r')
        take_header(r, line);
    if (from)
        fclose(from);
    return ok;
}

static void serve(int fd, FILE *log)
{
    static long counts[PAGES];
    struct request r = {.fd = fd, .to = fdopen(fd, "w")};
    if (!r.to)
        exit(1);
    if (read_request(&r)) {
        size_t i = 0;
        while (i < PAGES && strncmp(r.path, pages[i].path, strlen(pages[i].path)) != 0)
            i++;
        r.count = i < PAGES ? ++counts[i] : 1;
        fprintf(log, "%s%s%s%s%s%s%s%s\n", r.path, *r.range ? " " : "", r.range, *r.if_range ? " if " : "",
                r.if_range, *r.none_match ? " unless " : "", r.none_match,
                *r.authorization ? " authorized" : "");
        fflush(log);
        (i < PAGES ? pages[i].answer : missing)(&r);
    }
    fclose(r.to);
}

int main(int argc, char **argv)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof at;
    FILE *log = argc == 3 ? fopen(argv[2], "w") : NULL;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (!log || bind(listener, (struct sockaddr *)&at, size) != 0 || listen(listener, 16) != 0 ||
        getsockname(listener, (struct sockaddr *)&at, &size) != 0) {
        fputs("usage: httpd SECONDS LOG\n", stderr);
        return 1;
    }
    signal(SIGPIPE, SIG_IGN);
    alarm((unsigned)atoi(argv[1]));
    printf("%d\n", ntohs(at.sin_port));
    fflush(stdout);
    for (int fd; (fd = accept(listener, NULL, NULL)) >= 0;) {
        setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &(struct timeval){5, 0}, sizeof(struct timeval));
        setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &(struct timeval){5, 0}, sizeof(struct timeval));
        serve(fd, log);
    }
    return 1;
}
