/// How Word numbers paragraphs: the lists of a document, and which styles belong to them.
struct WordNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        /// `(%1)`, `121.%2.`: `%n` stands for the number of level n.
        var text = ""
        var style: String?
        /// Whether all numbers in it are written as digits.
        var isLegal = false
    }

    struct Use: Hashable {
        var list: String
        var level: Int
    }

    /// Levels by abstract list.
    private(set) var lists: [String: [Int: Level]] = [:]
    private var abstractOf: [String: String] = [:]
    private var startOverrides: [String: [Int: Int]] = [:]
    private var levelOverrides: [String: [Int: Level]] = [:]
    private var styleUses: [String: Use] = [:]
    private var baseOf: [String: String] = [:]
    private var styleOfLink: [String: String] = [:]

    /// Whether anything is numbered at all.
    var isEmpty: Bool { abstractOf.isEmpty }

    init(numbering: [UInt8], styles: [UInt8], depthMax: Int) throws(DocumentError) {
        try readLists(numbering, depthMax)
        try readStyles(styles, depthMax)
    }

    /// The list and level a paragraph belongs to; nil where it has no number.
    func use(list: String?, level: Int?, style: String?) -> Use? {
        if let list { return list == "0" ? nil : abstractOf[list] == nil ? nil : Use(list: list, level: level ?? 0) }
        var style = style
        for _ in 0..<20 {
            guard let name = style else { return nil }
            if let use = styleUses[name] {
                guard use.list != "0", let levels = levels(of: use.list) else { return nil }
                let own = levels.first { $0.value.style == name }?.key
                return Use(list: use.list, level: level ?? own ?? use.level)
            }
            style = baseOf[name]
        }
        return nil
    }

    func abstractList(_ list: String) -> String? {
        guard let abstract = abstractOf[list] else { return nil }
        guard lists[abstract]?.isEmpty ?? true, let style = styleOfLink[abstract], let use = styleUses[style] else {
            return abstract
        }
        return abstractOf[use.list] ?? abstract
    }

    func levels(of list: String) -> [Int: Level]? {
        guard let abstract = abstractList(list), let levels = lists[abstract] else { return nil }
        return levels.merging(levelOverrides[list] ?? [:]) { $1 }
    }

    func startOverride(_ use: Use) -> Int? { startOverrides[use.list]?[use.level] }

    private mutating func readLists(_ bytes: [UInt8], _ depthMax: Int) throws(DocumentError) {
        var tags = try XMLTags(bytes, depthMax: depthMax)
        var abstract: String?
        var list: String?
        var level: Int?
        var overridden: Int?
        while let tag = try tags.next() {
            let value = { tags.attribute("w:val", of: tag) }
            let isOpen = tag.kind != .close
            if tag.isNamed("w:abstractNum") {
                abstract = tag.kind == .open ? tags.attribute("w:abstractNumId", of: tag) : nil
                if let abstract { lists[abstract] = [:] }
            } else if tag.isNamed("w:num") {
                list = tag.kind == .open ? tags.attribute("w:numId", of: tag) : nil
            } else if tag.isNamed("w:lvlOverride") {
                overridden = tag.kind == .open ? tags.attribute("w:ilvl", of: tag).flatMap { Int($0) } : nil
            } else if tag.isNamed("w:lvl") {
                level = tag.kind == .open ? tags.attribute("w:ilvl", of: tag).flatMap { Int($0) } : nil
            } else if isOpen, tag.isNamed("w:abstractNumId"), let list {
                abstractOf[list] = value()
            } else if isOpen, tag.isNamed("w:startOverride"), let list, let overridden {
                startOverrides[list, default: [:]][overridden] = value().flatMap { Int($0) }
            } else if isOpen, tag.isNamed("w:numStyleLink"), let abstract {
                styleOfLink[abstract] = value()
            } else if isOpen, let level, level < 9 {
                if let abstract {
                    Self.read(tag, value(), into: &lists[abstract, default: [:]][level, default: Level()])
                } else if let list {
                    Self.read(tag, value(), into: &levelOverrides[list, default: [:]][level, default: Level()])
                }
            }
        }
    }

    private static func read(_ tag: XMLTags.Tag, _ value: String?, into level: inout Level) {
        if tag.isNamed("w:start") {
            level.start = value.flatMap { Int($0) } ?? 1
        } else if tag.isNamed("w:numFmt") {
            level.format = value ?? "decimal"
        } else if tag.isNamed("w:lvlText") {
            level.text = value ?? ""
        } else if tag.isNamed("w:pStyle") {
            level.style = value
        } else if tag.isNamed("w:isLgl") {
            level.isLegal = value != "0" && value != "false"
        }
    }

    private mutating func readStyles(_ bytes: [UInt8], _ depthMax: Int) throws(DocumentError) {
        var tags = try XMLTags(bytes, depthMax: depthMax)
        var style: String?
        var level = 0
        while let tag = try tags.next() {
            if tag.isNamed("w:style") {
                style = tag.kind == .open ? tags.attribute("w:styleId", of: tag) : nil
                level = 0
            } else if tag.kind != .close, let style, let value = tags.attribute("w:val", of: tag) {
                if tag.isNamed("w:basedOn") {
                    baseOf[style] = value
                } else if tag.isNamed("w:ilvl") {
                    level = Int(value) ?? 0
                } else if tag.isNamed("w:numId") {
                    styleUses[style] = Use(list: value, level: level)
                }
            }
        }
    }
}
