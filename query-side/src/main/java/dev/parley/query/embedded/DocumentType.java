package dev.parley.query.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents in the file are BSON behind their length. H2 itself would keep them as serialised Java objects. */
final class DocumentType extends BasicDataType<Document> {
    private static final int OBJECT_BYTES = 40;

    @Override
    public int getMemory(Document document) {
        return memory(document);
    }

    /** What it takes in memory, roughly: H2 asks for every document that is stored. */
    private static int memory(Object value) {
        if (value instanceof String text) {
            return OBJECT_BYTES + text.length();
        }
        if (value instanceof Map<?, ?> fields) {
            int bytes = OBJECT_BYTES;
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                bytes += OBJECT_BYTES + memory(field.getKey()) + memory(field.getValue());
            }
            return bytes;
        }
        return OBJECT_BYTES;
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        ByteBuf bson = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bson);
        target.putVarInt(bson.readableBytes());
        target.put(bson.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer source) {
        int length = DataUtils.readVarInt(source);
        ByteBuffer bson = source.slice(source.position(), length);
        source.position(source.position() + length);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
