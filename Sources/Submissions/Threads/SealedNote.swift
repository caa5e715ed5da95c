package import Domain
import FoundationEssentials
import Secrets

/// What stands sealed: one message of a thread, from either side.
package struct SealedNote: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case information, assessment, addition, consent, answer, published
    }

    /// What the submitter allows to be published.
    package enum Consent: String, Codable, Hashable, Sendable, CaseIterable {
        case nothing
        /// A summary in the recipient's own words, without a name.
        case summary
        /// The text as it stands, without a name.
        case text
    }

    /// How far something is carried out, as the submitter sees it, in the three steps that many use.
    package enum Standing: String, Codable, Hashable, Sendable, CaseIterable { case full, partial, none }

    package struct FileNote: Codable, Hashable, Sendable {
        /// From 1; the sealed file stands there.
        package var place: Int
        /// The ending of its kind: `pdf`. Names are not kept.
        package var ending: String
        package var bytes: Int
    }

    package var kind: Kind
    package var text: String
    /// The language of the text.
    package var language: String
    package var state: String?
    package var recommendation: Int64?
    package var issue: Int64?
    /// What it concerns, in the submitter's words.
    package var about: String?
    package var standing: Standing?
    /// Nil where this message leaves it as it was.
    package var consent: Consent?
    package var files: [FileNote]
    /// A published assessment's address on this site.
    package var address: String?

    package init(
        kind: Kind, text: String, language: LanguageTag, consent: Consent? = nil, files: [FileNote] = []
    ) {
        self.kind = kind
        self.text = text
        self.language = language.rawValue
        self.consent = consent
        self.files = files
    }

    /// The bytes, padded to their class.
    func padded() throws(SubmissionError) -> [UInt8] {
        do {
            var bytes = Array(try JSONEncoder().encode(self))
            defer { bytes.wipe() }
            return Padding.padded(bytes)
        } catch { throw .unreadable }
    }

    init(padded: [UInt8]) throws(SubmissionError) {
        guard var bytes = Padding.unpadded(padded) else { throw .unreadable }
        defer { bytes.wipe() }
        do { self = try JSONDecoder().decode(SealedNote.self, from: Data(bytes)) } catch { throw .unreadable }
    }
}

/// A message and its files under a key of their own, and that key for each who may read it.
struct SealedMessage: Sendable {
    /// Who reads: 0 is the receipt's key.
    struct Reader: Sendable {
        var id: Int64
        var key: HybridPublicKey
    }

    static let receiptReader: Int64 = 0

    var body: [UInt8]
    var files: [[UInt8]]
    var shares: [(reader: Int64, sealed: [UInt8])]
    /// Erased with the contents: without it the commitment fits anything.
    var salt: [UInt8]
    var commitment: [UInt8]

    /// `files` are wiped by whoever made them. Nothing is sealed for nobody.
    init(
        _ note: SealedNote, files: [[UInt8]], thread: Int64, number: Int, for readers: [Reader]
    ) throws(SubmissionError) {
        guard !readers.isEmpty else { throw .unfit(field: "recipient", key: "submit.recipientsNone") }
        var key = Submissions.random(32)
        var padded = try note.padded()
        defer {
            key.wipe()
            padded.wipe()
        }
        let place = Self.place(thread, number)
        do throws(SealError) {
            let sealer = Sealer(key: key)
            body = try sealer.seal(padded, for: place)
            var sealed: [[UInt8]] = []
            for (index, file) in files.enumerated() {
                var padded = Padding.padded(file)
                defer { padded.wipe() }
                sealed.append(try sealer.seal(padded, for: "\(place)/file/\(index + 1)"))
            }
            self.files = sealed
            var shares: [(reader: Int64, sealed: [UInt8])] = []
            for reader in readers {
                shares.append((reader.id, try reader.key.seal(key, for: "\(place)/reader/\(reader.id)")))
            }
            self.shares = shares
        } catch { throw .unreadable }
        salt = Submissions.random(32)
        var digest = Digest()
        digest.update(salt)
        for part in [body] + self.files { digest.update(Digest.sha256(part)) }
        commitment = digest.finish()
    }

    /// Messages and files are bound to their thread and number: none can be put in another's place.
    static func place(_ thread: Int64, _ number: Int) -> String { "submission/\(thread)/\(number)" }

    /// The content of a message, with a reader's key.
    static func open(
        _ body: [UInt8], share: [UInt8], thread: Int64, number: Int, reader: Int64, with key: HybridKey
    ) throws(SubmissionError) -> SealedNote {
        let place = place(thread, number)
        do throws(SealError) {
            var content = try key.open(share, for: "\(place)/reader/\(reader)")
            var padded = try Sealer(key: content).open(body, for: place)
            defer {
                content.wipe()
                padded.wipe()
            }
            return try note(padded)
        } catch { throw .unreadable }
    }

    private static func note(_ padded: [UInt8]) throws(SealError) -> SealedNote {
        do throws(SubmissionError) { return try SealedNote(padded: padded) } catch { throw .refused }
    }

    /// One file, with a reader's key.
    static func open(
        file: [UInt8], at index: Int, share: [UInt8], thread: Int64, number: Int, reader: Int64, with key: HybridKey
    ) throws(SubmissionError) -> [UInt8] {
        let place = place(thread, number)
        do throws(SealError) {
            var content = try key.open(share, for: "\(place)/reader/\(reader)")
            var padded = try Sealer(key: content).open(file, for: "\(place)/file/\(index)")
            defer {
                content.wipe()
                padded.wipe()
            }
            guard let bytes = Padding.unpadded(padded) else { throw SealError.refused }
            return bytes
        } catch { throw .unreadable }
    }
}
