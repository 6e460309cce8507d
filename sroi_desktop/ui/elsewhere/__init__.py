"""What one effort would be worth under every contract and every set of rules."""
