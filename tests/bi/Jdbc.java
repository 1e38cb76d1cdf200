// What a BI tool sees through the JDBC driver; prints what odbc.c prints.
// usage: java -cp postgresql.jar Jdbc.java SOCKET-FOLDER PORT DATABASE ROLE QUERIES
// The private cluster listens on a unix socket alone, which the driver cannot reach: a thread passes bytes on.
import java.io.*;
import java.net.*;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;

public class Jdbc {
    static void pass(ReadableByteChannel from, WritableByteChannel to) {
        Thread t = new Thread(() -> {
            ByteBuffer buffer = ByteBuffer.allocate(65536);
            try {
                while (from.read(buffer) >= 0) {
                    buffer.flip();
                    while (buffer.hasRemaining())
                        to.write(buffer);
                    buffer.clear();
                }
                to.close();
            } catch (IOException e) {
                // the other side has closed
            }
        });
        t.setDaemon(true);
        t.start();
    }

    static int forward(String folder, String port) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        Thread t = new Thread(() -> {
            try {
                while (true) {
                    SocketChannel client = server.accept();
                    SocketChannel database = SocketChannel.open(UnixDomainSocketAddress.of(folder + "/.s.PGSQL." + port));
                    pass(client, database);
                    pass(database, client);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        t.setDaemon(true);
        t.start();
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    static void print(ResultSet rows, String... columns) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        int n = columns.length > 0 ? columns.length : about.getColumnCount();
        while (rows.next()) {
            StringJoiner line = new StringJoiner("|");
            for (int i = 0; i < n; i++) {
                String text = columns.length > 0 ? rows.getString(columns[i]) : rows.getString(i + 1);
                line.add(text == null ? "" : text);
            }
            System.out.println(line);
        }
        rows.close();
    }

    static void catalogue(Connection db) throws SQLException {
        DatabaseMetaData about = db.getMetaData();
        String[] kinds = {"TABLE", "PARTITIONED TABLE", "VIEW"};
        for (String schema : new String[] {"audit", "bi", "dwh", "review"}) {
            System.out.println("== tables of " + schema);
            print(about.getTables(null, schema, "%", kinds), "TABLE_NAME", "REMARKS");
        }
        System.out.println("== columns of bi.coverage");
        print(about.getColumns(null, "bi", "coverage", "%"), "COLUMN_NAME", "REMARKS");
        System.out.println("== primary keys of dwh");
        for (String table : new String[] {"dim_age_group", "dim_agency", "dim_date", "dim_form", "dim_indicator", "dim_period", "dim_region",
                                          "dim_service", "dim_sex", "dim_system", "fact_coverage"}) {
            TreeMap<Integer, String> key = new TreeMap<>(); // JDBC orders by name, ODBC by place in the key
            try (ResultSet rows = about.getPrimaryKeys(null, "dwh", table)) {
                while (rows.next())
                    key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
            key.values().forEach(column -> System.out.println(table + "|" + column));
        }
        System.out.println("== foreign keys of dwh.fact_coverage");
        print(about.getImportedKeys(null, "dwh", "fact_coverage"), "FKCOLUMN_NAME", "PKTABLE_NAME", "PKCOLUMN_NAME");
    }

    static void ask(Connection db, String name, String query) throws SQLException {
        System.out.println("== " + name);
        try (Statement s = db.createStatement()) {
            if (!name.startsWith("refused")) {
                print(s.executeQuery(query));
                return;
            }
            s.execute(query);
            System.out.println("none");
        } catch (SQLException e) {
            if (!name.startsWith("refused"))
                throw e;
            System.out.println(e.getSQLState());
        }
    }

    public static void main(String[] args) throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + forward(args[0], args[1]) + "/" + args[2] + "?user=" + args[3];
        try (Connection db = DriverManager.getConnection(url)) {
            catalogue(db);
            String name = "";
            StringBuilder query = new StringBuilder();
            for (String line : Files.readAllLines(Path.of(args[4]))) {
                if (!line.startsWith("-- ")) {
                    query.append(line).append('\n');
                    continue;
                }
                if (query.length() > 0)
                    ask(db, name, query.toString());
                query.setLength(0);
                name = line.substring(3);
            }
            ask(db, name, query.toString());
        }
    }
}
