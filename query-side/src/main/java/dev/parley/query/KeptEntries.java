package dev.parley.query;

import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A list in a document that keeps so many of its entries and drops the others, in whatever order, and however often, the
 * events come. An entry takes two changes, for no single one both adds it once and cuts what is too much: first it is
 * added as to a set, then the list is cut by one of these.
 */
public final class KeptEntries {
    private KeptEntries() {}

    /**
     * Cuts the list to its first entries.
     *
     * @param order field of the entries by which they are sorted
     */
    public static Bson first(int most, String list, String order) {
        return cut(list, order, most);
    }

    /**
     * Cuts the list to its last entries.
     *
     * @param order field of the entries by which they are sorted
     */
    public static Bson latest(int most, String list, String order) {
        return cut(list, order, -most);
    }

    private static Bson cut(String list, String order, int slice) {
        return Updates.pushEach(
                list,
                List.of(),
                new PushOptions().sortDocument(new Document(order, 1)).slice(slice));
    }
}
