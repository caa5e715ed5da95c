extension Migration {
    static let consultations = Migration(26, "consultations", [])
}
