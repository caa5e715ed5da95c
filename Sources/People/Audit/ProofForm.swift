import FoundationEssentials
import Store

/// A head as proofs carry it, with the text that is signed, so that a checker needs no program of ours.
private struct HeadForm: Encodable {
    let size: Int64
    let at: String
    let root: String
    let key: String
    let signature: String
    let signed: String

    init(_ head: SignedHead, store: String) {
        size = head.size
        at = head.at
        root = head.root
        key = head.keyID
        signature = head.signature
        signed = SignedHead.signedText(store: store, size: head.size, at: head.at, root: head.root)
    }

    var lines: [String] {
        ["head    \(size) entries, root \(root)", "signed  \(at) by key \(key)", "        \(signature)"]
    }
}

private struct EntryForm: Encodable {
    let kind = "inclusion"
    let entry: Int64
    let at: String
    let actor: String
    let action: String
    let subject: String
    let detail: String
    /// The bytes under the leaf.
    let canonical: String
    let leaf: String
    let index: Int64
    let path: [String]
    let head: HeadForm
}

private struct ConsistencyForm: Encodable {
    let kind = "consistency"
    let first: Int64
    let firstRoot: String
    let second: Int64
    let secondRoot: String
    let path: [String]
    let head: HeadForm
}

private func encoded(_ form: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    // Numbers, texts and arrays of texts: nothing here that cannot be encoded.
    return (try? encoder.encode(form)).map { Array($0) } ?? []
}

extension EntryProof {
    /// One JSON object; `docs/guide/audit.md` tells its members.
    package var json: [UInt8] {
        encoded(
            EntryForm(
                entry: record.number, at: record.at, actor: record.entry.actor, action: record.entry.action,
                subject: record.entry.subject, detail: record.entry.detail, canonical: canonical, leaf: leaf,
                index: record.number - 1, path: path, head: HeadForm(head, store: store)))
    }

    /// For a terminal.
    package var lines: [String] {
        [
            "entry   \(record.number)  \(record.at)  \(record.entry.actor)  \(record.entry.action)  \(record.entry.subject)",
            "detail  \(record.entry.detail)", "leaf    \(leaf)",
        ] + path.map { "path    \($0)" } + HeadForm(head, store: store).lines
    }
}

extension ConsistencyProof {
    /// One JSON object; `docs/guide/audit.md` tells its members.
    package var json: [UInt8] {
        encoded(
            ConsistencyForm(
                first: first, firstRoot: firstRoot, second: second, secondRoot: secondRoot, path: path,
                head: HeadForm(head, store: store)))
    }

    /// For a terminal.
    package var lines: [String] {
        ["then    \(first) entries, root \(firstRoot)", "later   \(second) entries, root \(secondRoot)"]
            + path.map { "path    \($0)" } + HeadForm(head, store: store).lines
    }
}

extension AuditTrail.Moment {
    /// `2026-01-31` is the end of that day in UTC, `2026-01-31T09:30:00.000Z` an instant, `120` a number of entries; nil for others.
    package init?(_ text: String) {
        if let size = Int64(text), size >= 0 {
            self = .size(size)
            return
        }
        let digits = text.utf8.map { (48...57).contains($0) ? UInt8(ascii: "9") : $0 }
        switch String(decoding: digits, as: UTF8.self) {
        case "9999-99-99": self = .at(text + "T23:59:59.999Z")
        case "9999-99-99T99:99:99.999Z": self = .at(text)
        default: return nil
        }
    }
}
