package dev.parley.query.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdatePartsTest {
    @Test
    void areTheUpdateItselfWhereItIsSmall() {
        Document update = update("$max", UpdateParts.FIELDS);
        assertThat(UpdateParts.of(update)).containsExactly(update);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$max", "$min"})
    void haveAllFieldsOnce(String operator) {
        Document update = update(operator, 2 * UpdateParts.FIELDS + 1);
        List<Document> parts = UpdateParts.of(update);

        Document all = new Document();
        parts.forEach(part -> all.putAll((Document) part.get(operator)));
        assertThat(parts).hasSize(3);
        assertThat(new Document(operator, all)).isEqualTo(update);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$set", "$setOnInsert", "$inc", "$addToSet", "things"})
    void areTheUpdateItselfWhereRepeatingAPartOfItCouldMatter(String operator) {
        Document update = update(operator, 1_000);
        assertThat(UpdateParts.of(update)).containsExactly(update);
    }

    @Test
    void areTheUpdateItselfWhereItDoesSomethingElseToo() {
        Document update = update("$max", 1_000).append("$set", new Document("a", 1));
        assertThat(UpdateParts.of(update)).containsExactly(update);
    }

    private static Document update(String operator, int count) {
        Document fields = new Document();
        for (int number = 0; number < count; number++) {
            fields.append("counts.f" + number, number);
        }
        return new Document(operator, fields);
    }
}
