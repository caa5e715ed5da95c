/// Makes a gist of the words of one text: instruments under one name, demands of one kind as one, manner left out.
struct GistAssembly {
    let words: [GistReader.PlacedWord]
    let bytes: UnsafeBufferPointer<UInt8>
    let language: LanguageWords
    let vocabulary: Vocabulary

    private var place = 0
    private var lastInstrument: (number: Int, place: Int)?
    private var pendingProtocol: (place: Int, isSecond: Bool)?
    private var signs = false
    private var studies: [UInt32] = []
    private var namesPossibility = false

    /// How many words may stand between a protocol and the convention it belongs to.
    private static let reach = 5

    init(
        words: [GistReader.PlacedWord], bytes: UnsafeBufferPointer<UInt8>, language: LanguageWords,
        _ vocabulary: Vocabulary
    ) {
        self.vocabulary = vocabulary
        self.words = words
        self.bytes = bytes
        self.language = language
    }

    mutating func run(into gist: inout Gist) {
        while place < words.count {
            let word = words[place].word
            if word.beginsAcronym, let (number, next) = acronym() {
                place = add(instrument: number, at: place, until: next, to: &gist)
                continue
            }
            step(word, &gist)
            place += 1
        }
        resolveProtocol(&gist)
        if namesPossibility {
            gist.flags.isHedged = true
        } else {
            for term in studies { push(term, &gist) }
        }
        if gist.flags.joins { push(Vocabulary.joinTerm, &gist) } else if signs { push(Vocabulary.signTerm, &gist) }
    }

    private mutating func step(_ word: Vocabulary.Word, _ gist: inout Gist) {
        switch word.role {
        case .stop, .filler, .optional, .become, .state, .year, .second: break
        case .hedge: gist.flags.isHedged = true
        case .study: studies.append(word.term)
        case .possibility: namesPossibility = true
        case .join: gist.flags.joins = true
        case .sign: signs = true
        case .party: if follows(.become, within: 3) { gist.flags.joins = true }
        case .negation: gist.flags.isNegated = true
        case .number:
            gist.flags.numbers ^= Vocabulary.mix(vocabulary.hashes[Int(word.term)] ^ 31)
            gist.flags.numberCount = min(gist.flags.numberCount, 254) + 1
            push(word.term, &gist)
        case .convention: convention(word, &gist)
        case .protocolHead: protocolHead(word, &gist)
        case .acronym: place = add(instrument: Int(word.term), at: place, until: place + 1, to: &gist) - 1
        case .reservation:
            gist.flags.namesReservations = true
            push(word.term, &gist)
        case .content:
            guard !repeatsName(word) else { return }
            if word.isUpper {
                gist.flags.otherNames ^= Vocabulary.mix(vocabulary.hashes[Int(word.term)] ^ 37)
            }
            push(word.term, &gist)
        }
    }

    /// An acronym in parentheses right after a name is the name again, whatever its letters.
    private func repeatsName(_ word: Vocabulary.Word) -> Bool {
        guard word.isUpper, let lastInstrument, place - lastInstrument.place < 3 else { return false }
        let end = words[max(0, lastInstrument.place - 1)].end
        return end <= words[place].start && bytes[end..<words[place].start].contains(0x28)
    }

    private func push(_ term: UInt32, _ gist: inout Gist) {
        if gist.sequence.last != term { gist.sequence.append(term) }
    }

    private func follows(_ role: WordRole, within distance: Int) -> Bool {
        words[max(0, place - distance)..<place].contains { $0.word.role == role }
    }

    // MARK: Names

    private mutating func convention(_ word: Vocabulary.Word, _ gist: inout Gist) {
        if let (number, end) = nameAfter(place) {
            if gist.sequence.last == language.internationalTerm { gist.sequence.removeLast() }
            place = add(instrument: number, at: place, until: end, to: &gist) - 1
        } else if let (number, count) = nameBefore(gist) {
            gist.sequence.removeLast(count)
            place = add(instrument: number, at: place, until: place + 1, to: &gist) - 1
        } else {
            push(word.term, &gist)
        }
    }

    /// The longest name whose words follow the head at `head`; where it ends.
    private func nameAfter(_ head: Int) -> (number: Int, end: Int)? {
        var best: (number: Int, end: Int, needs: Int)?
        for name in language.names {
            var end = head
            var met = 0
            var index = head + 1
            while index < words.count, index < head + 26 {
                let word = words[index].word
                if name.words.contains(word.term), word.role != .stop, word.role != .convention {
                    end = index
                    if name.needs.contains(word.term) { met += 1 }
                } else if word.role != .stop, word.role != .filler, word.role != .year {
                    break
                }
                index += 1
            }
            guard met >= name.needs.count else { continue }
            if let best, (best.end, best.needs) >= (end + 1, met) { continue }
            best = (name.instrument, end + 1, met)
        }
        return best.map { ($0.number, $0.end) }
    }

    /// A name whose words stand before its head, as in `Rome Statute`; how many terms it has.
    private func nameBefore(_ gist: Gist) -> (number: Int, count: Int)? {
        for name in language.names {
            let tail = gist.sequence.suffix(6).reversed().prefix { name.words.contains($0) }
            if !tail.isEmpty, name.needs.allSatisfy(tail.contains) { return (name.instrument, tail.count) }
        }
        return nil
    }

    /// The longest run of words from here, tied by hyphens or spaces, that is an acronym.
    private func acronym() -> (number: Int, next: Int)? {
        var letters: [UInt8] = []
        var best: (number: Int, next: Int)?
        var index = place
        while index < words.count, index < place + 4 {
            let word = words[index]
            if index > place {
                let gap = bytes[words[index - 1].end..<word.start]
                guard gap.count <= 3, gap.allSatisfy({ $0 == 0x20 || $0 == 0x2D }) else { break }
                guard word.word.isUpper || word.word.isDigits else { break }
            }
            letters.append(contentsOf: bytes[word.start..<word.end].map { $0 &- 65 < 26 ? $0 | 0x20 : $0 })
            if let number = Instruments.acronyms[Self.folded(letters)] { best = (number, index + 1) }
            index += 1
        }
        return best
    }

    private static func folded(_ letters: [UInt8]) -> String {
        let text = String(decoding: letters, as: UTF8.self)
        return letters.allSatisfy { $0 < 0x80 } ? text : text.lowercased()
    }

    // MARK: Protocols

    private mutating func protocolHead(_ word: Vocabulary.Word, _ gist: inout Gist) {
        let around = words[max(0, place - 2)..<min(words.count, place + 3)]
        guard
            around.contains(where: { $0.word.role == .optional }) || around.contains(where: { $0.word.role == .second })
        else { return push(word.term, &gist) }
        resolveProtocol(&gist)
        if gist.sequence.last == language.firstOrdinalTerm { gist.sequence.removeLast() }
        pendingProtocol = (place, around.contains { $0.word.role == .second })
    }

    /// A protocol that no convention followed belongs to the one before ("… and its Optional Protocol").
    private mutating func resolveProtocol(_ gist: inout Gist) {
        guard let pending = pendingProtocol else { return }
        pendingProtocol = nil
        guard let last = lastInstrument, pending.place - last.place <= Self.reach,
            let number = Instruments.optionalProtocol(to: last.number, isSecond: pending.isSecond)
        else { return push(Vocabulary.firstTerm - 3, &gist) }
        note(number, &gist)
    }

    /// Notes an instrument named from `head` until `end`, or the protocol to it; returns where its name ends.
    private mutating func add(instrument: Int, at head: Int, until end: Int, to gist: inout Gist) -> Int {
        var number = instrument
        var next = end
        if let pending = pendingProtocol {
            if head - pending.place <= Self.reach,
                let own = Instruments.optionalProtocol(to: instrument, isSecond: pending.isSecond)
            {
                pendingProtocol = nil
                number = own
            } else {
                resolveProtocol(&gist)
            }
        }
        (number, next) = completed(number, next)
        lastInstrument = (number, next)
        note(number, &gist)
        return next
    }

    private func note(_ instrument: Int, _ gist: inout Gist) {
        gist.flags.instruments |= 1 << UInt64(instrument)
        push(UInt32(instrument), &gist)
    }

    /// Which protocol it is, by the words after; where these end.
    private func completed(_ number: Int, _ end: Int) -> (Int, Int) {
        switch Instruments.codes[number] {
        case "OP-CRC":
            for (code, terms) in [
                ("OP-CRC-SC", language.saleTerms), ("OP-CRC-AC", language.conflictTerms),
                ("OP-CRC-IC", language.procedureTerms),
            ] {
                let run = run(of: terms, from: end)
                if run.met > 1 { return (Instruments.index(code), run.end) }
            }
            return (number, end)
        case "ICCPR-OP1", "ICCPR-OP2":
            let run = run(of: language.deathPenaltyTerms, from: end)
            return run.met > 1 ? (Instruments.index("ICCPR-OP2"), run.end) : (number, end)
        default: return (number, end)
        }
    }

    private func run(of terms: Set<UInt32>, from start: Int) -> (met: Int, end: Int) {
        var met = 0
        var end = start
        var index = start
        while index < words.count, index < start + 16 {
            let word = words[index].word
            if terms.contains(word.term), word.role != .stop {
                met += 1
                end = index + 1
            } else if word.role != .stop, word.role != .filler, word.role != .acronym, !word.isUpper {
                break
            }
            index += 1
        }
        return (met, end)
    }
}
