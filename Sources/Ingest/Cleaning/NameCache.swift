import Domain

/// The resolver's answers by the label's bytes: a file of 270,000 records names the same few thousand things again and again.
struct NameCache {
    private let resolver: any NameResolver
    private var cleaning = TextCleaning()
    private var states = ByteKeyedCache<StateCode?>()
    private var mentions = ByteKeyedCache<StateCode?>()
    private var tags: [ByteKeyedCache<[TagDraft]>] = [.init(), .init(), .init()]
    private var mechanisms = ByteKeyedCache<MechanismCode?>()

    init(_ resolver: any NameResolver) { self.resolver = resolver }

    /// The State or other entity a field names; an entity that is no State keeps the name written. Nil where nothing is written,
    /// or `(Unknown)`.
    mutating func state(_ name: UnsafeBufferPointer<UInt8>) -> StateCode? {
        states.value(for: name) { [resolver, cleaning] in
            let plain = Self.plain(name, cleaning)
            if plain.isEmpty || plain.lowercased() == "(unknown)" { return nil }
            return resolver.state(named: plain) ?? .entity(named: plain)
        }
    }

    mutating func state(_ name: String) -> StateCode? {
        var name = name
        return name.withUTF8 { state($0) }
    }

    /// The State behind the code in a document's symbol; another reviewed entity is known by the code itself.
    func state(ofCode code: String) -> StateCode { resolver.state(named: code) ?? .entity(named: code) }

    /// The State that words in running text name; nil where they name none.
    mutating func mention(_ words: UnsafeBufferPointer<UInt8>) -> StateCode? {
        mentions.value(for: words) { [resolver, cleaning] in
            let plain = Self.plain(words, cleaning)
            return plain.isEmpty ? nil : resolver.state(named: plain)
        }
    }

    /// The tags a label stands for; a label that is not known becomes its own code. Empty where nothing is written. What stands
    /// in a column of themes and is known as a group of persons only is a tag of persons.
    mutating func tags(_ kind: TagKind, _ label: UnsafeBufferPointer<UInt8>) -> [TagDraft] {
        let cache = kind == .theme ? 0 : kind == .person ? 1 : 2
        return tags[cache].value(for: label) { [resolver, cleaning] in
            let plain = Self.plain(label, cleaning)
            if plain.isEmpty { return [] }
            let codes = Self.codes(kind, plain, resolver)
            if codes.isEmpty, kind == .theme {
                let persons = resolver.person(labelled: plain)
                if !persons.isEmpty { return persons.map { TagDraft(kind: .person, code: $0, label: plain) } }
            }
            return (codes.isEmpty ? [plain] : codes).map { TagDraft(kind: kind, code: $0, label: plain) }
        }
    }

    private static func codes(_ kind: TagKind, _ label: String, _ resolver: any NameResolver) -> [String] {
        switch kind {
        case .theme: resolver.theme(labelled: label)
        case .person: resolver.person(labelled: label)
        case .sdg: resolver.sdg(labelled: label).map { [$0] } ?? []
        case .norm, .action: []
        }
    }

    mutating func tags(_ kind: TagKind, _ label: String) -> [TagDraft] {
        var label = label
        return label.withUTF8 { tags(kind, $0) }
    }

    /// The mechanism a field names; an unknown one becomes a mechanism of its own. Nil where nothing is written.
    mutating func mechanism(_ name: UnsafeBufferPointer<UInt8>) -> MechanismCode? {
        mechanisms.value(for: name) { [resolver, cleaning] in
            let plain = Self.plain(name, cleaning)
            if plain.isEmpty { return nil }
            if let known = resolver.mechanism(named: plain) { return known }
            return plain.uppercased() == "UPR" ? .upr : MechanismCode("own-" + Self.slug(plain))
        }
    }

    mutating func mechanism(_ name: String) -> MechanismCode? {
        var name = name
        return name.withUTF8 { mechanism($0) }
    }

    /// The name behind one of UHRI's identifiers.
    func knownUHRIName(_ identifier: String) -> String? { resolver.uhriName(of: identifier) }

    /// Cleaned, without the `- ` that UHRI puts before names.
    private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ cleaning: TextCleaning) -> String {
        var cleaning = cleaning
        var out: [UInt8] = []
        cleaning.clean(bytes, into: &out)
        let text = String(decoding: out, as: UTF8.self)
        if text == "-" { return "" }
        return text.hasPrefix("- ") ? String(text.dropFirst(2)) : text
    }

    private static func slug(_ name: String) -> String {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.joined(separator: "-")
    }
}
