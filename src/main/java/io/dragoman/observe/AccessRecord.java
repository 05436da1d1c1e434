package io.dragoman.observe;

import java.time.Instant;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jspecify.annotations.Nullable;

/** A request as a record of the log: a text's format takes its line and its id, the fields are made for who asks for all. */
final class AccessRecord extends ExtLogRecord {

    private static final long serialVersionUID = 1L;

    private final transient Access access;

    AccessRecord(Access access, Instant ended) {
        super(Level.INFO, access.line(), FormatStyle.NO_FORMAT, AccessLog.CATEGORY);
        this.access = access;
        setLoggerName(AccessLog.CATEGORY);
        setInstant(ended);
    }

    @Override
    public @Nullable String getMdc(String key) {
        return key.equals(RequestIds.FIELD) ? access.request() : getMdcCopy().get(key);
    }

    @Override
    public Map<String, String> getMdcCopy() {
        return access.fields();
    }
}
