//! Cards of unequal height in columns that end at nearly the same place. Pure numbers; knows nothing of what is on a card.

/// Shares cards out to `count` columns: each goes to the column that is shortest so far, so that the order stays as near
/// to the given one as columns allow. `heights` are rough; the answer names cards by their position.
pub(super) fn columns(heights: &[f32], count: usize) -> Vec<Vec<usize>> {
    let mut columns = vec![Vec::new(); count.max(1)];
    let mut ends = vec![0.0_f32; count.max(1)];
    for (card, height) in heights.iter().enumerate() {
        let shortest = ends.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1));
        let Some(shortest) = shortest.map(|(column, _)| column) else { break };
        if let (Some(column), Some(end)) = (columns.get_mut(shortest), ends.get_mut(shortest)) {
            column.push(card);
            *end += height;
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_of_one_height_are_dealt_in_reading_order() {
        assert_eq!(columns(&[1.0; 7], 3), [vec![0, 3, 6], vec![1, 4], vec![2, 5]]);
    }

    #[test]
    fn columns_differ_by_no_more_than_the_highest_card() {
        let heights: Vec<f32> = (0..52_u8).map(|card| f32::from(card % 5 + 1)).collect();
        for count in 1..=4 {
            let columns = columns(&heights, count);
            let ends =
                columns.iter().map(|column| column.iter().map(|card| heights[*card]).sum::<f32>());
            let (low, high) =
                ends.fold((f32::MAX, 0.0_f32), |(low, high), end| (low.min(end), high.max(end)));
            assert!(high - low <= 5.0, "{count} columns: {low} to {high}");
            assert_eq!(columns.iter().map(Vec::len).sum::<usize>(), 52, "every card once");
        }
    }

    #[test]
    fn without_columns_or_cards_there_is_still_one_column() {
        assert_eq!(columns(&[1.0], 0), [vec![0]]);
        assert_eq!(columns(&[], 2), [Vec::<usize>::new(), Vec::new()]);
    }
}
