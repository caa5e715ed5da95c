extension Migration {
    static let drafting = Migration(29, "drafting", [])
}
