extension Migration {
    /// Screening of programmes and agreements for harm.
    static let screening = Migration(22, "screening", [])
}
