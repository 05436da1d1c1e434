package io.dragoman.store;

import io.dragoman.cache.CacheConfig;
import io.dragoman.cache.CachePlan;
import io.dragoman.cache.Change;
import io.dragoman.cache.Coherence;
import io.dragoman.cache.CoherentCache;
import io.dragoman.cache.Dependence;
import io.dragoman.directory.AccountId;
import io.dragoman.directory.Caller;
import io.dragoman.directory.Page;
import io.dragoman.directory.Property;
import io.dragoman.directory.PropertyChange;
import io.dragoman.directory.PropertyId;
import io.dragoman.directory.PropertyStore;
import io.dragoman.directory.PropertyValue;
import io.dragoman.directory.PropertyValueQuery;
import io.dragoman.directory.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Remembers properties, and values of them, which a change of any person of the account drops. */
@ApplicationScoped
class CachedPropertyStore implements PropertyStore {

    private static final String NAME = "properties";

    private final PostgresPropertyStore store;
    private final Coherence coherence;
    private final CoherentCache<PropertiesOf, List<Property>> lists;
    private final CoherentCache<PropertyByNumber, Optional<Property>> byNumber;
    private final CoherentCache<ValueQuestion, Page<PropertyValue>> values;
    private final CoherentCache<ValueByNumber, Optional<PropertyValue>> valueByNumber;

    CachedPropertyStore(PostgresPropertyStore store, Coherence coherence, CacheConfig config) {
        this.store = store;
        this.coherence = coherence;
        Duration maxAge = config.maxAge();
        lists = coherence.cache(new CachePlan<>(
                NAME,
                maxAge,
                (key, list) -> Dependence.onContentOf(key.account()),
                (key, list) -> Weights.list(list, Weights::property)));
        byNumber = coherence.cache(new CachePlan<>(
                NAME,
                maxAge,
                (key, found) -> Dependence.onContentOf(key.account()),
                (key, found) -> Weights.entry(found, Weights::property)));
        values = coherence.cache(new CachePlan<>(
                NAME,
                maxAge,
                (key, page) -> Dependence.onAnythingOf(key.account()),
                (key, page) -> Weights.page(page, Weights::propertyValue)));
        valueByNumber = coherence.cache(new CachePlan<>(
                NAME,
                maxAge,
                (key, found) -> Dependence.onAnythingOf(key.account()),
                (key, found) -> Weights.entry(found, Weights::propertyValue)));
    }

    private record PropertiesOf(AccountId account) {}

    private record PropertyByNumber(AccountId account, long number) {}

    private record ValueQuestion(AccountId account, PropertyValueQuery query) {}

    private record ValueByNumber(AccountId account, String system, long number) {}

    @Override
    public Uni<List<Property>> list(AccountId account) {
        return lists.get(new PropertiesOf(account), () -> store.list(account));
    }

    @Override
    public Uni<Optional<Property>> get(AccountId account, long number) {
        return byNumber.get(new PropertyByNumber(account, number), () -> store.get(account, number));
    }

    @Override
    public Uni<Property> create(PropertyChange initial, Caller by) {
        return coherence.dropping(Change.ofContent(by.account()), store.create(initial, by));
    }

    @Override
    public Uni<Property> change(AccountId account, PropertyId id, PropertyChange change, Caller by) {
        return coherence.dropping(Change.ofContent(account), store.change(account, id, change, by));
    }

    @Override
    public Uni<Void> delete(AccountId account, PropertyId id, Caller by) {
        return coherence.dropping(Change.ofContent(account), store.delete(account, id, by));
    }

    @Override
    public Uni<Page<PropertyValue>> values(AccountId account, PropertyValueQuery query) {
        return values.get(new ValueQuestion(account, query), () -> store.values(account, query));
    }

    @Override
    public Uni<Optional<PropertyValue>> value(AccountId account, String system, long number) {
        return valueByNumber.get(
                new ValueByNumber(account, system, number), () -> store.value(account, system, number));
    }

    @Override
    public Uni<Long> set(AccountId account, PropertyId property, UserId user, String value, Caller by) {
        return coherence.dropping(Change.of(account, user), store.set(account, property, user, value, by));
    }
}
