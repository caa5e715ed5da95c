/// A value of pandoc's JSON: an element has a name and mostly one content.
enum PandocNode: Sendable {
    indirect case element(String, PandocNode)
    case array([PandocNode])
    case string(String)
    case number(Int)
    case nothing

    var array: [PandocNode] { if case .array(let items) = self { items } else { [] } }
    var string: String { if case .string(let text) = self { text } else { "" } }
    var number: Int { if case .number(let number) = self { number } else { 0 } }
    /// The name of an element.
    var name: String { if case .element(let name, _) = self { name } else { "" } }
    var content: PandocNode { if case .element(_, let content) = self { content } else { .nothing } }

    /// The item at a place of an array; nothing where it is shorter.
    subscript(_ index: Int) -> PandocNode {
        guard case .array(let items) = self, items.indices.contains(index) else { return .nothing }
        return items[index]
    }
}
