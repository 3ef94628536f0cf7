package dev.parley.query;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.TextSeal;
import dev.parley.kernel.member.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Transformer;
import org.bson.codecs.BsonValueCodecProvider;
import org.bson.codecs.Codec;
import org.bson.codecs.CollectionCodecProvider;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodecProvider;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.types.Binary;

/**
 * How MongoDB holds {@link PersonalText}: a document has it as such, and it is sealed at the border. It is a binary of a
 * mark, the length of its owner's id in one byte, the id in ASCII, and what {@link TextSeal} makes of the text. Other
 * binaries are tokens, which are JSON.
 */
final class SealedTexts implements Codec<PersonalText> {
    /** No text in UTF-8 begins with it. */
    private static final byte MARK = (byte) 0x9E;

    private static final int HEADER_BYTES = 2;

    private final TextSeal seal;

    private SealedTexts(TextSeal seal) {
        this.seal = seal;
    }

    /** What documents, and the lists and documents in them, are read and written by in place of the driver's own. */
    static CodecRegistry with(TextSeal seal) {
        var texts = new SealedTexts(seal);
        Transformer opening = value ->
                value instanceof Binary binary && isSealed(binary.getData()) ? texts.open(binary.getData()) : value;
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(texts),
                CodecRegistries.fromProviders(
                        new BsonValueCodecProvider(),
                        new DocumentCodecProvider(opening),
                        new CollectionCodecProvider(opening)));
    }

    @Override
    public void encode(BsonWriter writer, PersonalText text, EncoderContext context) {
        writer.writeBinaryData(new BsonBinary(close(text)));
    }

    @Override
    public PersonalText decode(BsonReader reader, DecoderContext context) {
        return open(reader.readBinaryData().getData());
    }

    @Override
    public Class<PersonalText> getEncoderClass() {
        return PersonalText.class;
    }

    private byte[] close(PersonalText text) {
        byte[] owner = text.owner().value().getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = seal.close(text);
        return ByteBuffer.allocate(HEADER_BYTES + owner.length + sealed.length)
                .put(MARK)
                .put((byte) owner.length)
                .put(owner)
                .put(sealed)
                .array();
    }

    private static boolean isSealed(byte[] stored) {
        return stored.length >= HEADER_BYTES && stored[0] == MARK;
    }

    private PersonalText open(byte[] stored) {
        var owner = new byte[stored[1]];
        var sealed = new byte[stored.length - HEADER_BYTES - owner.length];
        ByteBuffer.wrap(stored).position(HEADER_BYTES).get(owner).get(sealed);
        return seal.open(new UserId(new String(owner, StandardCharsets.US_ASCII)), sealed);
    }
}
