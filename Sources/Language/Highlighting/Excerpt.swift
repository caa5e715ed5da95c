/// A stretch of text, and whether a question matched it.
public struct MarkedPiece: Sendable, Hashable {
    public var text: String
    public var isHit: Bool

    public init(text: String, isHit: Bool) {
        self.text = text
        self.isHit = isHit
    }
}

/// A match in a text: where it stands, in bytes, and which part of the question it answers.
public struct TextHit: Sendable, Hashable {
    public var start: Int
    public var end: Int
    public var part: Int

    public init(start: Int, end: Int, part: Int) {
        self.start = start
        self.end = end
        self.part = part
    }
}

/// Cuts marked pieces out of a text.
public enum Excerpt {
    /// The whole text, hits marked. The pieces put together are the text.
    public static func whole(_ text: String, hits: [TextHit]) -> [MarkedPiece] {
        var text = text
        return text.withUTF8 { pieces($0, 0, $0.count, hits) }
    }

    /// About `characters` of the text around the place that answers most of the question, from the start of a sentence or word to
    /// the end of one. `…` stands where something was left out.
    public static func around(_ text: String, hits: [TextHit], characters: Int = 240) -> [MarkedPiece] {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count > characters else { return pieces(bytes, 0, bytes.count, hits) }
            // What a character takes in this text: 1 byte in English, 2 in Russian, 3 in Chinese.
            let letters = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            guard letters > characters else { return pieces(bytes, 0, bytes.count, hits) }
            let room = characters * bytes.count / letters
            let best = cluster(hits, room: room * 3 / 4)
            let start = opening(bytes, best.lowerBound, room: room, needed: best.count)
            let end = closing(bytes, max(best.upperBound, min(bytes.count, start + room)))
            var result = pieces(bytes, start, end, hits)
            if start > 0 { mark(&result, at: 0, before: true) }
            if end < bytes.count { mark(&result, at: result.count - 1, before: false) }
            return result
        }
    }

    /// The window that answers most parts of the question, then holds most hits; the earliest of those.
    private static func cluster(_ hits: [TextHit], room: Int) -> Range<Int> {
        var best = 0..<0
        var bestWorth = (0, 0)
        for first in hits.indices {
            var parts: Set<Int> = []
            var last = first
            while last < hits.count, last == first || hits[last].end - hits[first].start <= room {
                parts.insert(hits[last].part)
                last += 1
            }
            if (parts.count, last - first) > bestWorth {
                bestWorth = (parts.count, last - first)
                best = hits[first].start..<hits[last - 1].end
            }
        }
        return best
    }

    private static func opening(_ bytes: UnsafeBufferPointer<UInt8>, _ hit: Int, room: Int, needed: Int) -> Int {
        guard hit > 0 else { return 0 }
        // Context before the first hit: what the window can spare, at most half of it.
        let earliest = max(0, hit - max(room / 8, min(room / 2, room - needed)))
        if earliest == 0 { return 0 }
        if let sentence = TextBoundaries.sentences(bytes).last(where: { $0 <= hit }), sentence >= earliest {
            return sentence
        }
        let nearest = max(0, hit - room / 5)
        return wordStart(bytes, from: nearest, limit: hit)
    }

    private static func wordStart(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, limit: Int) -> Int {
        let part = characterStart(bytes, from)
        let around = UnsafeBufferPointer(rebasing: bytes[part..<min(bytes.count, limit + 1)])
        for start in TextBoundaries.words(around).dropFirst() where part + start <= limit && around[start] > 0x2F {
            return part + start
        }
        return characterStart(bytes, limit)
    }

    /// The end of the word at `from`, and of the sentence where that is near.
    private static func closing(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
        guard from < bytes.count else { return bytes.count }
        let part = characterStart(bytes, max(0, from - 64))
        let around = UnsafeBufferPointer(rebasing: bytes[part..<min(bytes.count, characterStart(bytes, from + 64))])
        let starts = TextBoundaries.words(around).map { $0 + part }
        var end = starts.last { $0 <= from } ?? characterStart(bytes, from)
        while end > part, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x2C { end -= 1 }
        return end > part ? end : characterStart(bytes, from)
    }

    private static func characterStart(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        var offset = min(offset, bytes.count)
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    private static func pieces(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ hits: [TextHit]
    ) -> [MarkedPiece] {
        var result: [MarkedPiece] = []
        var at = start
        func add(_ to: Int, _ isHit: Bool) {
            guard to > at else { return }
            result.append(MarkedPiece(text: String(decoding: bytes[at..<to], as: UTF8.self), isHit: isHit))
            at = to
        }
        for hit in hits where hit.end > at && hit.start < end && hit.end <= end {
            add(max(hit.start, at), false)
            add(hit.end, true)
        }
        add(end, false)
        return result
    }

    private static func mark(_ pieces: inout [MarkedPiece], at index: Int, before: Bool) {
        guard pieces.indices.contains(index), !pieces[index].isHit else {
            pieces.insert(MarkedPiece(text: "…", isHit: false), at: before ? 0 : pieces.count)
            return
        }
        pieces[index].text = before ? "…" + pieces[index].text : pieces[index].text + "…"
    }
}
