package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Page;
import io.dragoman.directory.Property;
import io.dragoman.directory.PropertyId;
import io.dragoman.directory.PropertyKind;
import io.dragoman.directory.PropertyValue;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/** Reads properties and their values: the statements, and what is made of their rows. */
final class PropertyRows {

    private static final String PROPERTIES = "select account_id, id, number, name, kind, default_value, defaulted"
            + " from property where account_id = $1";

    static final String LIST = PROPERTIES + " order by number";
    static final String BY_NUMBER = PROPERTIES + " and number = $2";

    private static final String OF_VALUES =
            " from property_value v join property o on o.account_id = v.account_id and o.id = v.property_id"
                    + " join person_number n on n.account_id = v.account_id and n.person_id = v.person_id"
                    + " where v.account_id = $1 and n.system = $2";
    private static final String VALUE = "v.number, n.number as person, o.number as property, o.name, o.kind, v.value";
    private static final String ASKED =
            OF_VALUES + " and ($3::bigint is null or n.number = $3)" + " and ($4::bigint is null or o.number = $4)";

    static final String VALUE_BY_NUMBER = "select " + VALUE + OF_VALUES + " and v.number = $3";

    /** A page with its total, both of one moment; past the end there is one row without a value. */
    static final String VALUES = "select page.*, counted.total from (select count(*) as total" + ASKED + ") counted"
            + " left join (select " + VALUE + ASKED + " order by v.number limit $5 offset $6) page on true"
            + " order by page.number";

    private static final int TOTAL = 6;

    private PropertyRows() {}

    static Property property(Row row) {
        return new Property(
                new AccountId(row.getInteger(0)),
                new PropertyId(row.getUUID(1)),
                row.getLong(2),
                row.getString(3),
                PropertyKind.valueOf(row.getString(4)),
                row.getString(5),
                row.getBoolean(6));
    }

    static PropertyValue value(Row row) {
        return new PropertyValue(
                row.getLong(0),
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                PropertyKind.valueOf(row.getString(4)),
                row.getString(5));
    }

    static Page<PropertyValue> values(List<Row> rows, long offset) {
        List<PropertyValue> values = rows.stream()
                .filter(row -> row.getLong(0) != null)
                .map(PropertyRows::value)
                .toList();
        return new Page<>(values, offset, rows.get(0).getLong(TOTAL));
    }
}
